import { formatShape, formatValue } from '@sixstep/parts';
import { matMul, reshape, transpose, type Tensor } from '@tensorflow/tfjs-core';
import { Layer, type LayerOptions } from './layer.js';
import { expectList } from './merge.js';
import { positiveAxis } from './moments.js';
import type { Shape } from './shape.js';
import { unitNormalize } from './unit-normalization.js';

/** Options of `dot`. */
export interface DotOptions extends LayerOptions {
  /** Along which dimension of each input to multiply and sum: one for both, or each its own; not 0, the batch. */
  readonly axes: number | readonly [number, number];
  /** Whether to divide both by their norm along that dimension first: the cosine of the angle. Default false. */
  readonly normalize?: boolean | undefined;
}

/** The layer behind `dot`. */
export class Dot extends Layer<Tensor[]> {
  override readonly className: string = 'Dot';
  private readonly axes: readonly [number, number];
  private readonly normalize: boolean;

  constructor(options: DotOptions) {
    const { axes, normalize = false } = options;
    super({ ...options, normalize } as LayerOptions);
    this.axes = typeof axes === 'number' ? [axes, axes] : axes;
    this.normalize = normalize;
    if (!Array.isArray(this.axes) || this.axes.length !== 2 || !this.axes.every(Number.isInteger)) {
      throw new Error(`dot: expected axes to be an integer or a list of two, received ${formatValue(axes)}.`);
    }
  }

  override build(inputShape: Shape[]): void {
    this.computeOutputShape(inputShape);
  }

  /** The dimensions counted from the front. */
  private axesOf(ranks: readonly number[]): [number, number] {
    const [a, b] = this.axes.map((axis, i) => positiveAxis(this.name, axis, ranks[i]!)) as [number, number];
    if (a === 0 || b === 0)
      throw new Error(`${this.name}: expected axes other than 0, the batch, received [${this.axes.join(', ')}].`);
    return [a, b];
  }

  override call(inputs: Tensor[]): Tensor {
    let [x, y] = inputs as [Tensor, Tensor];
    const [a, b] = this.axesOf([x.rank, y.rank]);
    const shape = [
      ...x.shape.filter((_, axis) => axis !== a),
      ...y.shape.filter((_, axis) => axis !== b && axis !== 0),
    ];
    if (this.normalize) [x, y] = [unitNormalize(x, [a], 1e-7), unitNormalize(y, [b], 1e-7)];
    // Both as [batch, others, summed].
    const product = matMul(rows(x, a), rows(y, b), false, true);
    return reshape(product, shape.length === 1 ? [...shape, 1] : shape);
  }

  override computeOutputShape(inputShape: Shape[]): Shape {
    expectList(this.name, inputShape, 2);
    const [x, y] = inputShape as [Shape, Shape];
    const [a, b] = this.axesOf([x.length, y.length]);
    if (x[a] !== y[b] && x[a] !== null && y[b] !== null) {
      throw new Error(
        `${this.name}: expected the same size along axes [${this.axes.join(', ')}], received ${formatShape(x)} and ${formatShape(y)}.`,
      );
    }
    const shape = [...x.filter((_, axis) => axis !== a), ...y.filter((_, axis) => axis !== b && axis !== 0)];
    return shape.length === 1 ? [...shape, 1] : shape;
  }
}

function rows(x: Tensor, axis: number): Tensor {
  const others = x.shape.flatMap((_, i) => (i === axis ? [] : [i]));
  const last = axis === x.rank - 1 ? x : transpose(x, [...others, axis]);
  const size = x.shape[axis]!;
  return reshape(last, [x.shape[0]!, x.size / x.shape[0]! / size, size]);
}

/**
 * The dot product of two inputs along a dimension, for each sample.
 *
 * x1: [batch, n], x2: [batch, n], axes 1 -> y: [batch, 1]; x1: [batch, a, n], x2: [batch, n, b], axes [2, 1] -> y: [batch, a, b]
 *
 * @throws Error if the sizes along `axes` differ
 */
export function dot(options: DotOptions): Dot {
  return new Dot(options);
}
