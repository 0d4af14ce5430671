import { glorotUniform } from '@sixstep/initializers';
import { expectInteger } from '@sixstep/parts';
import { add, expandDims, mul, sum, tanh, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { AttentionBase, type AttentionBaseOptions } from './attention-base.js';
import type { Shape } from './shape.js';

/** Options of `additiveAttention`. */
export interface AdditiveAttentionOptions extends AttentionBaseOptions {
  /** Whether the features are weighted, by weights that are learned. Default true. */
  readonly useScale?: boolean | undefined;
}

/** The layer behind `additiveAttention`. */
export class AdditiveAttention extends AttentionBase {
  override readonly className: string = 'AdditiveAttention';
  private readonly useScale: boolean;
  private scale: Variable | undefined;

  constructor(options: AdditiveAttentionOptions = {}) {
    const { useScale = true, dropout = 0 } = options;
    super('additiveAttention', { ...options, useScale, dropout } as AttentionBaseOptions);
    this.useScale = useScale;
  }

  override build(inputShape: Shape[]): void {
    super.build(inputShape);
    if (!this.useScale) return;
    const features = expectInteger(this.name, "the query's last dimension", inputShape[0]?.at(-1));
    this.scale = this.addWeight({ name: 'scale', shape: [features], initializer: glorotUniform() });
  }

  protected override scores(query: Tensor, key: Tensor): Tensor {
    const both = tanh(add(expandDims(query, -2), expandDims(key, -3)));
    return sum(this.scale === undefined ? both : mul(this.scale, both), -1);
  }
}

/**
 * Additive attention (Bahdanau): as `attention`, but with other scores.
 *
 * y = softmax(scores) value, scores[t, s] = sum over d of scale[d] tanh(query[t, d] + key[s, d])
 *
 * Inputs and call options are those of `attention`. Bahdanau et al. 2015, "Neural machine translation by jointly learning
 * to align and translate".
 *
 * @throws Error if it is not given two or three inputs
 */
export function additiveAttention(options: AdditiveAttentionOptions = {}): AdditiveAttention {
  return new AdditiveAttention(options);
}
