import { formatShape } from '@sixstep/parts';
import { sizeOf, type Values } from './values.js';

/** Throws unless there is one target for each row of predictions. */
export function expectTargets(place: string, targets: Values, { shape }: Values): void {
  if (shape.length >= 2 && sizeOf(shape, 0, shape.length - 1) === targets.data.length) return;
  throw new Error(
    `${place}: expected one label for each row of yPred ${formatShape(shape)}, received ${targets.data.length} labels. ` +
      `Give predictions as [batch, classes].`,
  );
}
