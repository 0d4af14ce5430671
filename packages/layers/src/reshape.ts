import { expectInteger, formatShape, formatValue } from '@sixstep/parts';
import { reshape as reshapeTensor, type Tensor } from '@tensorflow/tfjs-core';
import { Layer, type LayerOptions } from './layer.js';
import type { Shape } from './shape.js';

/** Options of `reshape`. */
export interface ReshapeOptions extends LayerOptions {
  /** The new shape of a sample, without the batch; one size may be -1: as the others demand. */
  readonly targetShape: readonly number[];
}

/** The layer behind `reshape`. */
export class Reshape extends Layer {
  override readonly className: string = 'Reshape';
  private readonly targetShape: readonly number[];

  constructor(options: ReshapeOptions) {
    super(options);
    const { targetShape } = options;
    if (!Array.isArray(targetShape))
      throw new Error(`reshape: expected targetShape to be a list of sizes, received ${formatValue(targetShape)}.`);
    for (const size of targetShape)
      if (size !== -1) expectInteger('reshape', 'each size of targetShape', size, { min: 0 });
    if (targetShape.filter((size) => size === -1).length > 1) {
      throw new Error(`reshape: expected at most one -1 in targetShape, received ${formatShape(targetShape)}.`);
    }
    this.targetShape = targetShape;
  }

  override build(inputShape: Shape): void {
    this.computeOutputShape(inputShape);
  }

  override call(x: Tensor): Tensor {
    return reshapeTensor(x, this.computeOutputShape(x.shape) as number[]);
  }

  override computeOutputShape([batch = null, ...sample]: Shape): Shape {
    const known = this.targetShape.reduce((size, n) => (n === -1 ? size : size * n), 1);
    if (sample.includes(null)) return [batch, ...this.targetShape.map((n) => (n === -1 ? null : n))];
    const size = (sample as number[]).reduce((product, n) => product * n, 1);
    const isOpen = this.targetShape.includes(-1);
    if (isOpen ? known === 0 || size % known !== 0 : size !== known) {
      throw new Error(
        `${this.name}: expected samples of a size that fits ${formatShape(this.targetShape)}, received ${formatShape([batch, ...sample])}.`,
      );
    }
    return [batch, ...this.targetShape.map((n) => (n === -1 ? size / known : n))];
  }
}

/**
 * Gives each sample another shape, element after element.
 *
 * x: [batch, ...] -> y: [batch, ...targetShape]
 *
 * @throws Error if the sample's size does not fit
 */
export function reshape(options: ReshapeOptions): Reshape {
  return new Reshape(options);
}
