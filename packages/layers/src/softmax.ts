import { softmax as softmaxFunction } from '@sixstep/activations';
import { cast, greater, where, zerosLike, add, type Tensor } from '@tensorflow/tfjs-core';
import type { CallOptions } from './call-context.js';
import { Elementwise } from './elementwise.js';
import type { LayerOptions } from './layer.js';

/** Options of `softmax`. */
export interface SoftmaxLayerOptions extends LayerOptions {
  /** Along which dimension the probabilities sum to 1; several count as one. Default -1. */
  readonly axis?: number | readonly number[] | undefined;
}

/** Softmax over `axis` of what counts; where nothing does, 0 with `zeroBlind`, else all alike. */
export function maskedSoftmax(
  x: Tensor,
  axis: number | readonly number[],
  mask: Tensor | undefined,
  zeroBlind = true,
): Tensor {
  if (mask === undefined) return softmaxFunction(x, { axis });
  const counts = mask.dtype === 'bool' ? mask : greater(cast(mask, 'float32'), 0.5);
  const zero = zerosLike(x);
  const y = softmaxFunction(where(counts, x, add(zero, -3e38)), { axis });
  return zeroBlind ? where(counts, y, zero) : y;
}

/** The layer behind `softmax`. */
export class Softmax extends Elementwise {
  override readonly className: string = 'Softmax';
  private readonly axis: number | readonly number[];

  constructor(options: SoftmaxLayerOptions = {}) {
    const axis = options.axis ?? -1;
    super({ ...options, axis } as LayerOptions);
    this.axis = axis;
  }

  override call(x: Tensor, { mask }: CallOptions): Tensor {
    return maskedSoftmax(x, this.axis, (mask as Tensor | null | undefined) ?? undefined);
  }
}

/**
 * Softmax as a layer.
 *
 * y[i] = exp(x[i]) / sum over j of exp(x[j]), along `axis`; with a call option `mask` of the input's shape (or one that
 * broadcasts to it) over what counts, and 0 elsewhere.
 */
export function softmax(options: SoftmaxLayerOptions = {}): Softmax {
  return new Softmax(options);
}
