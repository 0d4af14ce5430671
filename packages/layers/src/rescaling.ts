import { formatValue } from '@sixstep/parts';
import { add, cast, mul, tensor1d, type Tensor } from '@tensorflow/tfjs-core';
import { Elementwise } from './elementwise.js';
import type { LayerOptions } from './layer.js';

/** Options of `rescaling`. */
export interface RescalingOptions extends LayerOptions {
  /** What to multiply by: a number, or one for each channel. */
  readonly scale: number | readonly number[];
  /** What to add then: a number, or one for each channel. Default 0. */
  readonly offset?: number | readonly number[] | undefined;
}

const valueOf = (value: number | readonly number[]): number | Tensor =>
  typeof value === 'number' ? value : tensor1d([...value]);

/** The layer behind `rescaling`. */
export class Rescaling extends Elementwise {
  override readonly className: string = 'Rescaling';
  private readonly scale: number | readonly number[];
  private readonly offset: number | readonly number[];

  constructor(options: RescalingOptions) {
    const { scale, offset = 0 } = options;
    super({ ...options, offset } as LayerOptions);
    for (const [name, value] of Object.entries({ scale, offset })) {
      if (typeof value === 'number' || (Array.isArray(value) && value.every((one) => typeof one === 'number')))
        continue;
      throw new Error(
        `rescaling: expected ${name} to be a number or a list of numbers, received ${formatValue(value)}.`,
      );
    }
    this.scale = scale;
    this.offset = offset;
  }

  override call(x: Tensor): Tensor {
    return add(mul(cast(x, 'float32'), valueOf(this.scale)), valueOf(this.offset));
  }
}

/**
 * Brings the input to another scale: y = x scale + offset. From [0, 255] to [0, 1]: `rescaling({ scale: 1 / 255 })`.
 *
 * @throws Error if `scale` or `offset` is not a number or a list of numbers
 */
export function rescaling(options: RescalingOptions): Rescaling {
  return new Rescaling(options);
}
