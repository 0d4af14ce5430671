import type { Activation } from './activation.js';
import { type ActivationName, activations } from './activations.js';

/** The name of an activation of this package, for writing it to a file; undefined for any other function. */
export function activationName(activation: Activation): ActivationName | undefined {
  for (const [name, known] of Object.entries(activations)) {
    if (known === activation) return name as ActivationName;
  }
  return undefined;
}
