import { withoutNames } from '@sixstep/parts';

/** Takes the place of `by-name` in programs that are bundled without names. */
export function metricByName(name: unknown, place: string): never {
  return withoutNames(name, place, 'metric');
}
