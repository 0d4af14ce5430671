import { formatShape } from '@sixstep/parts';
import { any, concat, expandDims, logicalOr, onesLike, zerosLike, cast, type Tensor } from '@tensorflow/tfjs-core';
import { Layer, type LayerOptions } from './layer.js';
import { maskOf } from './mask.js';
import { expectList } from './merge.js';
import { positiveAxis } from './moments.js';
import type { Shape } from './shape.js';

/** Options of `concatenate`. */
export interface ConcatenateOptions extends LayerOptions {
  /** Along which dimension. Default -1. */
  readonly axis?: number | undefined;
}

/** The layer behind `concatenate`. */
export class Concatenate extends Layer<Tensor[]> {
  override readonly className: string = 'Concatenate';
  private readonly axis: number;

  constructor(options: ConcatenateOptions = {}) {
    const axis = options.axis ?? -1;
    super({ ...options, axis } as LayerOptions);
    this.axis = axis;
  }

  override build(inputShape: Shape[]): void {
    this.computeOutputShape(inputShape);
  }

  override call(inputs: Tensor[]): Tensor {
    return concat(inputs, positiveAxis(this.name, this.axis, inputs[0]!.rank));
  }

  override computeOutputShape(inputShape: Shape[]): Shape {
    expectList(this.name, inputShape);
    const [first, ...others] = inputShape as [Shape, ...Shape[]];
    const along = positiveAxis(this.name, this.axis, first.length);
    return others.reduce((merged, shape) => {
      if (shape.length !== first.length) throw this.mismatch(inputShape);
      return merged.map((size, axis) => {
        const other = shape[axis]!;
        if (axis === along) return size === null || other === null ? null : size + other;
        if (size !== null && other !== null && size !== other) throw this.mismatch(inputShape);
        return size ?? other;
      });
    }, first);
  }

  private mismatch(shapes: readonly Shape[]): Error {
    return new Error(
      `${this.name}: expected inputs of one shape but along axis ${this.axis}, received ${shapes.map(formatShape).join(' and ')}.`,
    );
  }

  protected override computeMask(inputs: Tensor[]): Tensor | undefined {
    const masks = inputs.map(maskOf);
    if (masks.every((mask) => mask === undefined)) return undefined;
    const spread = inputs.map((x, i) => {
      const mask = masks[i];
      if (mask === undefined) return cast(onesLike(x), 'bool');
      return mask.rank < x.rank ? logicalOr(expandDims(mask, -1), cast(zerosLike(x), 'bool')) : mask;
    });
    return any(concat(spread, positiveAxis(this.name, this.axis, inputs[0]!.rank)), -1);
  }
}

/**
 * Joins its inputs along a dimension.
 *
 * x1: [batch, ..., a], x2: [batch, ..., b] -> y: [batch, ..., a + b]
 *
 * @throws Error if other sizes differ
 */
export function concatenate(options: ConcatenateOptions = {}): Concatenate {
  return new Concatenate(options);
}
