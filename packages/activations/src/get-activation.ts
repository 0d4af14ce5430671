import { activationByName } from '#by-name';
import type { Activation } from './activation.js';
import type { ActivationName } from './activations.js';

/**
 * The activation itself, given as a function or by its name.
 *
 * @param place who asks, for the error
 * @throws Error that names the nearest known activation
 */
export function getActivation(activation: ActivationName | Activation, place: string): Activation {
  return typeof activation === 'function' ? activation : activationByName(activation, place);
}
