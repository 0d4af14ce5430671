import { formatShape } from '@sixstep/parts';
import { expandDims, logicalOr, type Tensor } from '@tensorflow/tfjs-core';
import { Layer } from './layer.js';
import { maskOf } from './mask.js';
import { isShape, type Shape } from './shape.js';

/** Two sizes that are one after broadcasting; undefined if they do not fit. */
function broadcastSize(a: number | null, b: number | null): number | null | undefined {
  if (a === 1) return b;
  if (b === 1 || a === b) return a;
  return a === null || b === null ? null : undefined;
}

/** A layer of several inputs of one shape (or shapes that broadcast to one), element by element. */
export abstract class Merge extends Layer<Tensor[]> {
  /** How many inputs it takes. */
  protected readonly count: number | undefined;

  protected abstract merge(inputs: readonly Tensor[]): Tensor;

  override build(inputShape: Shape[]): void {
    this.computeOutputShape(inputShape);
  }

  override call(inputs: Tensor[]): Tensor {
    const rank = Math.max(...inputs.map((x) => x.rank));
    return this.merge(
      inputs.map((x) => {
        let expanded = x;
        while (expanded.rank < rank) expanded = expandDims(expanded, 1);
        return expanded;
      }),
    );
  }

  override computeOutputShape(inputShape: Shape[]): Shape {
    expectList(this.name, inputShape, this.count);
    const rank = Math.max(...inputShape.map((shape) => shape.length));
    const expanded = inputShape.map(([batch = null, ...sample]) => [
      batch,
      ...Array.from({ length: rank - 1 - sample.length }, () => 1),
      ...sample,
    ]);
    return expanded.reduce((merged, shape) =>
      merged.map((size, axis) => {
        const found =
          axis === 0 && (size === null || shape[0] === null) ? (size ?? shape[0]) : broadcastSize(size, shape[axis]!);
        if (found !== undefined) return found;
        throw new Error(
          `${this.name}: expected inputs of one shape, received ${inputShape.map(formatShape).join(' and ')}.`,
        );
      }),
    );
  }

  /** Where any of the inputs counts, if all have a mask. */
  protected override computeMask(inputs: Tensor[]): Tensor | undefined {
    const masks = inputs.map(maskOf);
    return masks.reduce((found, mask) =>
      found === undefined || mask === undefined ? undefined : logicalOr(found, mask),
    );
  }
}

/** @throws Error if `shapes` is not a list of (`count`) shapes */
export function expectList(place: string, shapes: Shape | readonly Shape[], count?: number): void {
  const isList = !isShape(shapes);
  if (isList && (count === undefined ? shapes.length > 0 : shapes.length === count)) return;
  const received = isList ? `${shapes.length} of them` : `one of shape ${formatShape(shapes)}`;
  throw new Error(`${place}: expected a list of ${count ?? 'one or more'} inputs, received ${received}.`);
}
