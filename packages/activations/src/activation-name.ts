import { nameOfActivation } from '#by-name';
import type { Activation } from './activation.js';
import type { ActivationName } from './activations.js';

/** The name of an activation of this package, for writing it to a file; undefined for any other function. */
export function activationName(activation: Activation): ActivationName | undefined {
  return nameOfActivation(activation);
}
