/** Over which axes an overlap is summed: one, several, or null for all. */
export type OverlapAxes = number | readonly number[] | null;
