import { sigmoid } from '@sixstep/activations';
import { add, matMul, reshape, type Tensor, type Tensor2D, type Variable } from '@tensorflow/tfjs-core';
import { Layer, type LayerOptions } from './layer.js';
import type { Shape } from './shape.js';
import { weightOf, type WeightParts } from './weight-parts.js';

/** Options of a projection. */
export interface ProjectionOptions extends LayerOptions, WeightParts<'kernel' | 'bias'> {
  readonly useBias: boolean;
  /** How many of the input's last dimensions are summed over. */
  readonly summed: number;
  /** The dimensions that come in their place. */
  readonly outputSizes: readonly number[];
  /** Whether a sigmoid follows. */
  readonly gate?: boolean;
}

/** Dense over several dimensions at once, as the attention of several heads has it: kernel [...summed, ...outputSizes]. */
export class Projection extends Layer {
  override readonly className: string = 'EinsumDense';
  private readonly projection: ProjectionOptions;
  private kernel!: Variable;
  private bias: Variable | undefined;

  constructor(options: ProjectionOptions) {
    super(options);
    this.projection = options;
  }

  override build(inputShape: Shape): void {
    const { summed, outputSizes, useBias } = this.projection;
    this.kernel = this.addWeight(
      weightOf(this.projection, 'kernel', [...(inputShape.slice(-summed) as number[]), ...outputSizes]),
    );
    if (useBias) this.bias = this.addWeight(weightOf(this.projection, 'bias', outputSizes));
  }

  override call(x: Tensor): Tensor {
    const { summed, outputSizes, gate } = this.projection;
    const kept = x.shape.slice(0, -summed);
    const rows = x.shape.slice(-summed).reduce((size, n) => size * n, 1);
    const columns = outputSizes.reduce((size, n) => size * n, 1);
    const product = matMul(reshape(x, [x.size / rows, rows]), reshape(this.kernel, [rows, columns]) as Tensor2D);
    const y = this.bias === undefined ? product : add(product, reshape(this.bias, [columns]));
    const shaped = reshape(y, [...kept, ...outputSizes]);
    return gate === true ? sigmoid(shaped) : shaped;
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return [...inputShape.slice(0, -this.projection.summed), ...this.projection.outputSizes];
  }
}
