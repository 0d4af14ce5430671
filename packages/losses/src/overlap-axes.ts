/** Over which axes an overlap is summed: one, several, or null for all. */
export type OverlapAxes = number | readonly number[] | null;

/** The axes as tfjs takes them. */
export function overlapAxes(axis: OverlapAxes): number | number[] | undefined {
  return axis === null ? undefined : typeof axis === 'number' ? axis : [...axis];
}
