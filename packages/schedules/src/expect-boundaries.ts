import { formatValue } from '@sixstep/parts';

/**
 * Returns `boundaries` if they are finite numbers that do not fall, one less than there are `count` things between them.
 *
 * @param things what lies between the boundaries, such as `values`
 * @throws Error that says how many are expected, or which number is out of order
 */
export function expectBoundaries(
  place: string,
  boundaries: readonly number[],
  count: number,
  things: string,
): readonly number[] {
  if (!Array.isArray(boundaries) || boundaries.length !== count - 1) {
    const received = Array.isArray(boundaries) ? boundaries.length : formatValue(boundaries);
    throw new Error(
      `${place}: expected boundaries to be ${count - 1} numbers, one less than ${things}, received ${received}. ` +
        `Pass the steps at which one of the ${things} follows another.`,
    );
  }
  boundaries.forEach((boundary: unknown, i) => {
    const before = i === 0 ? -Infinity : boundaries[i - 1]!;
    if (typeof boundary === 'number' && Number.isFinite(boundary) && boundary >= before) return;
    throw new Error(
      `${place}: expected boundaries to be finite numbers in rising order, received ${formatValue(boundaries)}. Sort them.`,
    );
  });
  return [...boundaries];
}
