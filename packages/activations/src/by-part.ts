import { withoutNames } from '@sixstep/parts';

/** Takes the place of `by-name` in programs that are bundled without names. */
export function activationByName(name: unknown, place: string): never {
  return withoutNames(name, place, 'activation');
}

/** There are no names. */
export function nameOfActivation(): undefined {
  return undefined;
}
