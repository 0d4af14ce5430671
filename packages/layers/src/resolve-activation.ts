import { activationName, getActivation, linear, type Activation, type ActivationName } from '@sixstep/activations';

/**
 * The function that `activation` names or is, and how a layer's `config` tells of it: by its name where it has one.
 *
 * @param fallback what holds if none is given
 * @throws Error on an unknown name, with the nearest known one
 */
export function resolveActivation(
  place: string,
  activation: Activation | ActivationName | null | undefined,
  fallback: Activation = linear,
): [activation: Activation, named: Activation | ActivationName] {
  const given = activation ?? fallback;
  return [getActivation(given, place), typeof given === 'function' ? (activationName(given) ?? given) : given];
}
