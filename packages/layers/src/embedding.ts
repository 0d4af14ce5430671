import { randomUniform } from '@sixstep/initializers';
import { expectInteger, rememberSquares } from '@sixstep/parts';
import {
  cast,
  customGrad,
  gather,
  notEqual,
  reshape,
  square,
  unsortedSegmentSum,
  type Tensor,
  type Tensor1D,
  type Variable,
} from '@tensorflow/tfjs-core';
import { Layer, type LayerOptions } from './layer.js';
import type { Shape } from './shape.js';
import { resolveWeightParts, weightOf, type WeightParts } from './weight-parts.js';
import { withDefaults } from './with-defaults.js';

/** Options of `embedding`. */
export interface EmbeddingOptions extends LayerOptions, WeightParts<'embeddings'> {
  /** How many different integers there are: 0 to inputDim - 1. */
  readonly inputDim: number;
  /** The length of each vector. */
  readonly outputDim: number;
  /** Whether 0 is padding: a mask tells the layers that follow. Default false. */
  readonly maskZero?: boolean | undefined;
  /**
   * Whether optimizers square the gradient of each look-up by itself and then sum these, as Keras does on TensorFlow, rather
   * than square the gradient of the row, as on its other backends. It matters where a batch holds an integer twice.
   * Default false. PyTorch's name.
   */
  readonly sparse?: boolean | undefined;
}

/** The layer behind `embedding`. */
export class Embedding extends Layer {
  override readonly className: string = 'Embedding';
  private readonly settings: EmbeddingOptions;
  private embeddings!: Variable;

  constructor(options: EmbeddingOptions) {
    const hint = 'Pass e.g. embedding({ inputDim: 1000, outputDim: 64 }).';
    expectInteger('embedding', 'inputDim', options.inputDim, { hint });
    expectInteger('embedding', 'outputDim', options.outputDim, { hint });
    const settings = withDefaults(resolveWeightParts('embedding', options, ['embeddings']), {
      embeddingsInitializer: randomUniform(),
      maskZero: false,
      sparse: false,
    });
    super(settings);
    this.settings = settings;
  }

  override build(): void {
    const { inputDim, outputDim } = this.settings;
    this.embeddings = this.addWeight(weightOf(this.settings, 'embeddings', [inputDim, outputDim]));
  }

  override call(x: Tensor): Tensor {
    const indices = x.dtype === 'int32' ? x : cast(x, 'int32');
    this.expectKnown(indices);
    return this.settings.sparse === true ? sparseGather(this.embeddings, indices) : gather(this.embeddings, indices);
  }

  /** Kernels read whatever lies beyond the table: it must not come to that. */
  private expectKnown(indices: Tensor): void {
    const { inputDim } = this.settings;
    const strange = indices.dataSync<'int32'>().find((index) => index < 0 || index >= inputDim);
    if (strange !== undefined)
      throw new Error(`${this.name}: expected integers from 0 to ${inputDim - 1}, received ${strange}.`);
  }

  protected override computeMask(x: Tensor): Tensor | undefined {
    return this.settings.maskZero === true ? notEqual(x, 0) : undefined;
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return [...inputShape, this.settings.outputDim];
  }
}

/** `gather` whose gradient remembers the sum of the squares of its parts. */
function sparseGather(table: Tensor, indices: Tensor): Tensor {
  const [rows, length] = table.shape as [number, number];
  const apply = customGrad((x, save) => {
    (save as (tensors: Tensor[]) => void)([indices]);
    const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor => {
      const ids = reshape(saved[0]!, [-1]) as Tensor1D;
      const parts = reshape(dy, [-1, length]);
      const gradient = unsortedSegmentSum(parts, ids, rows);
      rememberSquares(gradient, unsortedSegmentSum(square(parts), ids, rows).dataSync<'float32'>().slice());
      return gradient;
    };
    return { value: gather(x as Tensor, indices), gradFunc };
  });
  return apply(table);
}

/**
 * A vector for each integer, looked up in a table that is learned.
 *
 * y[..., d] = embeddings[x[...], d], x: integers [batch, ...], embeddings: [inputDim, outputDim], y: [batch, ..., outputDim]
 *
 * @throws Error if `inputDim` or `outputDim` is not a positive integer
 */
export function embedding(options: EmbeddingOptions): Embedding {
  return new Embedding(options);
}
