/** One threshold, several, or null for the default. */
export type Thresholds = number | readonly number[] | null;

/** `n` thresholds that divide [0, 1] evenly, 0 and 1 among them. */
export const evenThresholds = (n: number): number[] => Array.from({ length: n }, (_, i) => i / (n - 1));
