import { formatShape, formatValue } from '@sixstep/parts';
import { reshape, stack, unstack, type Tensor } from '@tensorflow/tfjs-core';
import type { CallOptions } from './call-context.js';
import { Layer, type LayerOptions } from './layer.js';
import type { Shape } from './shape.js';

/** Options of `timeDistributed`. */
export interface TimeDistributedOptions extends LayerOptions {
  /** The layer for each step. */
  readonly layer: Layer;
}

/** The layer behind `timeDistributed`. */
export class TimeDistributed extends Layer {
  override readonly className: string = 'TimeDistributed';
  protected override readonly supportsMasking: boolean = true;
  readonly layer: Layer;

  constructor(options: TimeDistributedOptions) {
    super(options);
    if (!(options.layer instanceof Layer)) {
      throw new Error(
        `timeDistributed: expected layer to be a layer, received ${formatValue(options.layer)}. Pass e.g. dense({ units: 10 }).`,
      );
    }
    this.layer = options.layer;
    this.inputSpec = { minRank: 3 };
  }

  override build([batch = null, , ...step]: Shape): void {
    this.layer.ensureBuilt([batch, ...step]);
  }

  override call(x: Tensor, { training }: CallOptions): Tensor {
    const options = { training: training === true };
    const [batch = 0, steps = 0, ...step] = x.shape;
    if (steps === 0)
      throw new Error(
        `${this.name}: expected at least one time step, received an input of shape ${formatShape(x.shape)}.`,
      );
    // What keeps averages over batches sees one step at a time; for others the steps are so many more samples.
    if (this.layer.nonTrainableWeights.length > 0)
      return stack(
        unstack(x, 1).map((one) => this.layer.call(one, options)),
        1,
      );
    const y = this.layer.call(reshape(x, [batch * steps, ...step]), options);
    return reshape(y, [batch, steps, ...y.shape.slice(1)]);
  }

  override computeOutputShape([batch = null, steps = null, ...step]: Shape): Shape {
    const [, ...output] = this.layer.computeOutputShape([batch, ...step]);
    return [batch, steps, ...output];
  }
}

/**
 * Applies a layer to each step of a sequence.
 *
 * y[:, t] = layer(x[:, t]), x: [batch, steps, ...]
 *
 * @throws Error if `layer` is not a layer
 */
export function timeDistributed(options: TimeDistributedOptions): TimeDistributed {
  return new TimeDistributed(options);
}
