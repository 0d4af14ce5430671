import { lookUp } from '@sixstep/parts';
import type { Activation } from './activation.js';
import { type ActivationName, activations } from './activations.js';

/** The activation of that name. */
export function activationByName(name: ActivationName, place: string): Activation {
  return lookUp(activations, name, place, 'activation');
}

/** The name of an activation of this package; undefined for any other function. */
export function nameOfActivation(activation: Activation): ActivationName | undefined {
  for (const [name, known] of Object.entries(activations)) {
    if (known === activation) return name as ActivationName;
  }
  return undefined;
}
