import { formatShape } from '@sixstep/parts';

let left: number | undefined;

/**
 * Runs `f`, in which layers may make weights of at most `elements` numbers together: for models described by files, which may
 * ask for anything.
 */
export function withWeightLimit<T>(elements: number, f: () => T): T {
  const before = left;
  left = Math.min(before ?? Infinity, elements);
  try {
    return f();
  } finally {
    left = before;
  }
}

/** @throws Error if there is a limit, and a weight of this shape would go beyond it */
export function countWeight(place: string, name: string, shape: readonly number[]): void {
  if (left === undefined) return;
  left -= shape.reduce((size, n) => size * n, 1);
  if (!(left >= 0))
    throw new Error(
      `${place}: expected no more weights than the file holds, received ${name} of shape ${formatShape(shape)}.`,
    );
}
