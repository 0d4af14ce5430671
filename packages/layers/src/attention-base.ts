import { softmax } from '@sixstep/activations';
import { expectNumber, formatShape } from '@sixstep/parts';
import type { Generator } from '@sixstep/random';
import { cast, expandDims, logicalAnd, matMul, mul, sub, where, zerosLike, type Tensor } from '@tensorflow/tfjs-core';
import { causalMask } from './attention-mask.js';
import type { CallOptions } from './call-context.js';
import { drawDropoutMask } from './draw.js';
import { Layer, type LayerOptions } from './layer.js';
import { maskOf } from './mask.js';
import { generatorFor } from './noise.js';
import { isShape, type Shape } from './shape.js';
import type { SymbolicTensor } from './symbolic-tensor.js';

/** Options that the attention layers share. */
export interface AttentionBaseOptions extends LayerOptions {
  /** Which fraction of the weights to drop in training. Default 0. */
  readonly dropout?: number | undefined;
  /** For the dropout: an integer from 0 to 2^32 - 1. */
  readonly seed?: number | null | undefined;
}

/** What `attention` and `additiveAttention` have in common: all but the scores. */
export abstract class AttentionBase extends Layer<Tensor[]> {
  readonly generator: Generator | undefined;
  private readonly dropout: number;

  constructor(place: string, options: AttentionBaseOptions) {
    super(options);
    this.dropout = expectNumber(place, 'dropout', options.dropout ?? 0, { min: 0, max: 1 });
    if (this.dropout > 0) this.generator = generatorFor(place, options.seed);
  }

  /** query: [batch, T, dim], key: [batch, S, dim] -> [batch, T, S] */
  protected abstract scores(query: Tensor, key: Tensor): Tensor;

  /** With `returnAttentionScores` the output is a list, [y, scores]. */
  override apply(x: Tensor[], options: CallOptions & { readonly returnAttentionScores: true }): Tensor[];
  override apply(
    x: SymbolicTensor[],
    options: CallOptions & { readonly returnAttentionScores: true },
  ): SymbolicTensor[];
  override apply(x: Tensor[], options?: CallOptions): Tensor;
  override apply(x: SymbolicTensor[], options?: CallOptions): SymbolicTensor;
  override apply(x: Tensor[] | SymbolicTensor[], options?: CallOptions): never {
    return super.apply(x as Tensor[], options) as never;
  }

  override build(inputShape: Shape[]): void {
    this.computeOutputShape(inputShape);
  }

  override call([query, value, key = value]: Tensor[], options: CallOptions): Tensor {
    const [queryMask, valueMask] = this.masksOf([query!, value!], options);
    const causal = options['useCausalMask'] === true ? causalMask(query!.shape[1]!, key!.shape[1]!) : undefined;
    const spread = valueMask && expandDims(cast(valueMask, 'bool'), 1);
    const counts = causal && spread ? logicalAnd(spread, causal) : (causal ?? spread);
    const raw = this.scores(query!, key!);
    const scores = counts === undefined ? raw : where(counts, raw, sub(raw, 1e9));
    let weights = softmax(scores);
    if (options.training === true && this.dropout > 0) {
      weights = mul(weights, drawDropoutMask(this.generator!, weights.shape, this.dropout));
    }
    const y = matMul(weights, value!);
    const output = queryMask === undefined ? y : where(expandDims(cast(queryMask, 'bool'), -1), y, zerosLike(y));
    return (options['returnAttentionScores'] === true ? [output, weights] : output) as Tensor;
  }

  /** The masks of query and value: the call option `mask`, a list, else what lies on them. */
  private masksOf(inputs: Tensor[], { mask }: CallOptions): (Tensor | undefined)[] {
    if (Array.isArray(mask)) return (mask as (Tensor | null)[]).map((one) => one ?? undefined);
    return inputs.map(maskOf);
  }

  protected override computeMask([query]: Tensor[], mask: Tensor | (Tensor | null)[] | undefined): Tensor | undefined {
    return Array.isArray(mask) ? (mask[0] ?? undefined) : maskOf(query!);
  }

  override computeOutputShape(inputShape: Shape[], options: CallOptions = {}): Shape {
    if (isShape(inputShape) || inputShape.length < 2 || inputShape.length > 3) {
      const received = isShape(inputShape) ? formatShape(inputShape) : `${(inputShape as Shape[]).length} inputs`;
      throw new Error(`${this.name}: expected [query, value] or [query, value, key], received ${received}.`);
    }
    const [query, value, key] = inputShape as [Shape, Shape, Shape?];
    const output = [...query.slice(0, -1), value.at(-1)!];
    const scores = [...query.slice(0, -1), (key ?? value).at(-2)!];
    return (options['returnAttentionScores'] === true ? [output, scores] : output) as Shape;
  }
}
