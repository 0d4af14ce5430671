import { ones } from '@sixstep/initializers';
import { expectOneOf } from '@sixstep/parts';
import { add, expandDims, matMul, mul, sum, tanh, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { AttentionBase, type AttentionBaseOptions } from './attention-base.js';
import type { WeightOptions } from './layer.js';
import type { Shape } from './shape.js';

/** Options of `attention`. */
export interface AttentionOptions extends AttentionBaseOptions {
  /** Whether the scores are multiplied by a scalar that is learned. Default false. */
  readonly useScale?: boolean | undefined;
  /** `'dot'`: query times key. `'concat'`: the sum of tanh(query + key). Default `'dot'`. */
  readonly scoreMode?: 'dot' | 'concat' | undefined;
}

/** The layer behind `attention`. */
export class Attention extends AttentionBase {
  override readonly className: string = 'Attention';
  private readonly useScale: boolean;
  private readonly scoreMode: 'dot' | 'concat';
  private scale: Variable | undefined;
  private concatScoreWeight: Variable | undefined;

  constructor(options: AttentionOptions = {}) {
    const { useScale = false, dropout = 0 } = options;
    const scoreMode = expectOneOf('attention', 'scoreMode', options.scoreMode ?? 'dot', ['dot', 'concat']);
    super('attention', { ...options, useScale, scoreMode, dropout } as AttentionOptions);
    this.useScale = useScale;
    this.scoreMode = scoreMode;
  }

  override build(inputShape: Shape[]): void {
    super.build(inputShape);
    const scalar = (name: string): WeightOptions => ({ name, shape: [], initializer: ones() });
    if (this.useScale) this.scale = this.addWeight(scalar('scale'));
    if (this.scoreMode === 'concat') this.concatScoreWeight = this.addWeight(scalar('concat_score_weight'));
  }

  protected override scores(query: Tensor, key: Tensor): Tensor {
    if (this.concatScoreWeight === undefined) {
      const scores = matMul(query, key, false, true);
      return this.scale === undefined ? scores : mul(scores, this.scale);
    }
    const both = add(expandDims(query, -2), expandDims(key, -3));
    return mul(this.concatScoreWeight, sum(tanh(this.scale === undefined ? both : mul(this.scale, both)), -1));
  }
}

/**
 * Dot-product attention (Luong): each query gets a mean of the values, weighted by how well it fits their keys.
 *
 * y = softmax(query key') value; inputs [query, value] or [query, value, key], the key else being the value
 *
 * query: [batch, T, dim], value: [batch, S, dim], key: [batch, S, dim] -> y: [batch, T, dim]
 *
 * Call options: `mask: [queryMask, valueMask]` (bool, [batch, T] and [batch, S]), `useCausalMask`, `returnAttentionScores`.
 *
 * Luong et al. 2015, "Effective approaches to attention-based neural machine translation".
 *
 * @throws Error if it is not given two or three inputs
 */
export function attention(options: AttentionOptions = {}): Attention {
  return new Attention(options);
}
