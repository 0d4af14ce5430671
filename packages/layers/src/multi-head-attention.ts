import { glorotUniform, zeros, type Initializer } from '@sixstep/initializers';
import { expectInteger, expectNumber, formatShape } from '@sixstep/parts';
import type { Generator } from '@sixstep/random';
import { mul, type Tensor } from '@tensorflow/tfjs-core';
import { attentionMask } from './attention-mask.js';
import type { CallOptions } from './call-context.js';
import { Layer, type LayerOptions } from './layer.js';
import { maskOf } from './mask.js';
import { positiveAxis } from './moments.js';
import { attendHeads } from './attend-heads.js';
import { generatorFor } from './noise.js';
import { Projection } from './projection.js';
import type { Shape } from './shape.js';
import type { SymbolicTensor } from './symbolic-tensor.js';
import { resolveWeightParts, type WeightParts } from './weight-parts.js';
import { withDefaults, type Filled } from './with-defaults.js';

/** Options of `multiHeadAttention`. */
export interface MultiHeadAttentionOptions extends LayerOptions, WeightParts<'kernel' | 'bias'> {
  /** How many heads. */
  readonly numHeads: number;
  /** The size of each head's queries and keys. */
  readonly keyDim: number;
  /** The size of each head's values. Default `keyDim`. */
  readonly valueDim?: number | null | undefined;
  /** Which fraction of the weights to drop in training. Default 0. */
  readonly dropout?: number | undefined;
  /** Default true. */
  readonly useBias?: boolean | undefined;
  /** The output's last dimension, or dimensions. Default: the query's. */
  readonly outputShape?: number | readonly number[] | null | undefined;
  /** Over which dimensions to attend. Default: all but the batch and the features. */
  readonly attentionAxes?: number | readonly number[] | null | undefined;
  /** How far from itself, less one, a position may look. Default: everywhere. */
  readonly slidingWindow?: number | null | undefined;
  /** Whether a gate, made of the query, multiplies what the heads give. Default false. */
  readonly useGate?: boolean | undefined;
  /** For the dropout: an integer from 0 to 2^32 - 1. */
  readonly seed?: number | null | undefined;
}

const place = 'multiHeadAttention';
const defaults = () => ({
  dropout: 0,
  useBias: true,
  useGate: false,
  kernelInitializer: glorotUniform() as Initializer,
  biasInitializer: zeros() as Initializer,
});

/** The layer behind `multiHeadAttention`. */
export class MultiHeadAttention extends Layer {
  override readonly className: string = 'MultiHeadAttention';
  readonly generator: Generator | undefined;
  private readonly settings: Filled<MultiHeadAttentionOptions, ReturnType<typeof defaults>>;
  private readonly valueDim: number;
  private query!: Projection;
  private key!: Projection;
  private gate: Projection | undefined;
  private value!: Projection;
  private output!: Projection;

  constructor(options: MultiHeadAttentionOptions) {
    const hint = `Pass e.g. ${place}({ numHeads: 8, keyDim: 64 }).`;
    expectInteger(place, 'numHeads', options.numHeads, { hint });
    expectInteger(place, 'keyDim', options.keyDim, { hint });
    if (options.valueDim != null) expectInteger(place, 'valueDim', options.valueDim);
    if (options.slidingWindow != null) expectInteger(place, 'slidingWindow', options.slidingWindow);
    const settings = withDefaults(resolveWeightParts(place, options, ['kernel', 'bias']), defaults());
    const { outputShape } = options;
    for (const size of outputShape == null ? [] : [outputShape].flat())
      expectInteger(place, 'each size of outputShape', size);
    super(settings);
    this.settings = settings;
    this.valueDim = options.valueDim ?? options.keyDim;
    if (expectNumber(place, 'dropout', settings.dropout, { min: 0, max: 1 }) > 0)
      this.generator = generatorFor(place, options.seed);
  }

  /** With `returnAttentionScores` the output is a list, [y, scores]. */
  override apply(query: Tensor, options: CallOptions & { readonly returnAttentionScores: true }): Tensor[];
  override apply(
    query: SymbolicTensor,
    options: CallOptions & { readonly returnAttentionScores: true },
  ): SymbolicTensor[];
  override apply(query: Tensor, options?: CallOptions): Tensor;
  override apply(query: SymbolicTensor, options?: CallOptions): SymbolicTensor;
  override apply(query: Tensor | SymbolicTensor, options?: CallOptions): never {
    return super.apply(query as Tensor, options) as never;
  }

  override build(queryShape: Shape, options: CallOptions): void {
    const valueShape = (options['value'] as { shape: Shape } | undefined)?.shape ?? queryShape;
    const keyShape = (options['key'] as { shape: Shape } | undefined)?.shape ?? valueShape;
    if (valueShape.slice(1, -1).join() !== keyShape.slice(1, -1).join()) {
      throw new Error(
        `${this.name}: expected value and key of one shape but for the features, received ${formatShape(valueShape)} and ${formatShape(keyShape)}.`,
      );
    }
    const { numHeads, keyDim, useGate } = this.settings;
    const heads = (name: string, size: number, gate = false): Projection =>
      this.project(name, 1, [numHeads, size], gate);
    this.query = heads('query', keyDim);
    this.key = heads('key', keyDim);
    if (useGate) this.gate = heads('gate', this.valueDim, true);
    this.value = heads('value', this.valueDim);
    this.output = this.project('attention_output', 2, this.outputSizes(queryShape));
    this.query.ensureBuilt(queryShape);
    this.key.ensureBuilt(keyShape);
    this.gate?.ensureBuilt(queryShape);
    this.value.ensureBuilt(valueShape);
    this.output.ensureBuilt([...queryShape.slice(0, -1), numHeads, this.valueDim]);
  }

  private outputSizes(queryShape: Shape): number[] {
    const { outputShape } = this.settings;
    return outputShape == null
      ? [expectInteger(this.name, "the query's last dimension", queryShape.at(-1))]
      : ([outputShape].flat() as number[]);
  }

  private project(name: string, summed: number, outputSizes: number[], gate = false): Projection {
    const {
      useBias,
      kernelRegularizer,
      biasRegularizer,
      kernelConstraint,
      biasConstraint,
      kernelInitializer,
      biasInitializer,
    } = this.settings;
    // Each with values of its own.
    const initializers = {
      kernelInitializer: kernelInitializer.renew?.() ?? kernelInitializer,
      biasInitializer: biasInitializer.renew?.() ?? biasInitializer,
    };
    const parts = { kernelRegularizer, biasRegularizer, kernelConstraint, biasConstraint, ...initializers };
    return new Projection({ name, useBias, summed, outputSizes, gate, ...parts });
  }

  override call(query: Tensor, options: CallOptions): Tensor {
    const value = (options['value'] as Tensor | undefined) ?? query;
    const key = (options['key'] as Tensor | undefined) ?? value;
    const { attentionAxes, keyDim, dropout } = this.settings;
    const axes =
      attentionAxes == null ? query.shape.slice(1, -1).map((_, i) => i + 1) : ([attentionAxes].flat() as number[]);
    const [y, scores] = attendHeads({
      query: mul(this.query.apply(query), 1 / Math.sqrt(keyDim)),
      key: this.key.apply(key),
      value: this.value.apply(value),
      axes: axes.map((axis) => positiveAxis(this.name, axis, query.rank)),
      mask: attentionMask({ query, value, key }, options, this.settings.slidingWindow ?? undefined),
      // Keras takes one of two ways, which differ here.
      zeroBlind: dropout > 0 || options['returnAttentionScores'] === true || query.rank !== 3,
      dropout: options.training === true && dropout > 0 ? { generator: this.generator!, rate: dropout } : undefined,
    });
    const output = this.output.apply(this.gate === undefined ? y : mul(y, this.gate.apply(query)));
    return (options['returnAttentionScores'] === true ? [output, scores] : output) as Tensor;
  }

  protected override computeMask(query: Tensor): Tensor | undefined {
    return maskOf(query);
  }

  override computeOutputShape(queryShape: Shape, options: CallOptions = {}): Shape {
    const output = [...queryShape.slice(0, -1), ...this.outputSizes(queryShape)];
    if (options['returnAttentionScores'] !== true) return output;
    const valueShape = (options['value'] as { shape: Shape } | undefined)?.shape ?? queryShape;
    return [
      output,
      [queryShape[0] ?? null, this.settings.numHeads, queryShape[1] ?? null, valueShape[1] ?? null],
    ] as unknown as Shape;
  }
}

/**
 * Attention of several heads, each with a projection of its own of query, key and value.
 *
 * y = sum over heads of softmax(q k' / sqrt(keyDim)) v outputKernel + outputBias, q = query queryKernel + queryBias, likewise k, v
 *
 * `layer.apply(query, { value, key })`: query [batch, T, dim], value and key [batch, S, dim]; the value by default is the query,
 * the key the value. More call options: `attentionMask` (bool, [batch, T, S]), `valueMask`, `keyMask` (bool, [batch, S]),
 * `useCausalMask`, `returnAttentionScores` (then [y, scores], scores: [batch, heads, T, S]). The query's mask is the one that lies on
 * it, from `masking` or `embedding`; as in Keras there is no option for it.
 *
 * Vaswani et al. 2017, "Attention is all you need". The default initializer draws each head's kernels anew.
 *
 * @throws Error if `numHeads` or `keyDim` is not a positive integer
 */
export function multiHeadAttention(options: MultiHeadAttentionOptions): MultiHeadAttention {
  return new MultiHeadAttention(options);
}
