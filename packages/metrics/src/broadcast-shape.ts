import { formatShape } from '@sixstep/parts';

/**
 * The shape that both broadcast to, as in NumPy.
 *
 * @param place the metric's name, for the error
 * @throws Error if two dimensions differ and neither is 1
 */
export function broadcastShape(yTrue: readonly number[], yPred: readonly number[], place: string): number[] {
  const rank = Math.max(yTrue.length, yPred.length);
  return Array.from({ length: rank }, (_, i) => {
    const [a, b] = [yTrue[yTrue.length - rank + i] ?? 1, yPred[yPred.length - rank + i] ?? 1];
    if (a === b || b === 1) return a;
    if (a === 1) return b;
    throw new Error(
      `${place}: expected yTrue and yPred to have shapes that fit, received ${formatShape(yTrue)} and ${formatShape(yPred)}.`,
    );
  });
}
