import { getActivation, type Activation, type ActivationName } from '@sixstep/activations';
import type { Constraint } from '@sixstep/constraints';
import { glorotUniform, zeros, type Initializer } from '@sixstep/initializers';
import { expectInteger } from '@sixstep/parts';
import { getRegularizer, type Regularizer, type RegularizerName } from '@sixstep/regularizers';
import { add, matMul, reshape, type Tensor, type Tensor2D, type Variable } from '@tensorflow/tfjs-core';
import { Layer, type LayerOptions } from './layer.js';
import type { Shape } from './shape.js';

/** Options of `dense`. */
export interface DenseOptions extends LayerOptions {
  /** Number of output features. */
  readonly units: number;
  /** Default: linear. */
  readonly activation?: Activation | ActivationName | undefined;
  /** Default true. */
  readonly useBias?: boolean | undefined;
  /** Default `glorotUniform()`. */
  readonly kernelInitializer?: Initializer | undefined;
  /** Default `zeros()`. */
  readonly biasInitializer?: Initializer | undefined;
  readonly kernelRegularizer?: Regularizer | RegularizerName | undefined;
  readonly biasRegularizer?: Regularizer | RegularizerName | undefined;
  readonly kernelConstraint?: Constraint | undefined;
  readonly biasConstraint?: Constraint | undefined;
}

/** The layer behind `dense`. */
export class Dense extends Layer {
  override readonly className: string = 'Dense';
  private readonly activation: Activation;
  private readonly kernelRegularizer: Regularizer | undefined;
  private readonly biasRegularizer: Regularizer | undefined;
  private readonly dense: DenseOptions;
  private kernel!: Variable;
  private bias: Variable | undefined;

  constructor(options: DenseOptions) {
    const given = { useBias: true, kernelInitializer: glorotUniform(), biasInitializer: zeros(), ...options };
    super(given);
    expectInteger('dense', 'units', options.units, { hint: 'Pass the number of output features, e.g. dense({ units: 10 }).' });
    this.activation = getActivation(options.activation ?? 'linear', 'dense');
    this.kernelRegularizer = getRegularizer(options.kernelRegularizer, 'dense');
    this.biasRegularizer = getRegularizer(options.biasRegularizer, 'dense');
    this.dense = given;
    this.inputSpec = { minRank: 2 };
  }

  override build(inputShape: Shape): void {
    const features = expectInteger(this.name, "the input's last dimension", inputShape.at(-1));
    const { units, useBias, kernelInitializer, biasInitializer, kernelConstraint, biasConstraint } = this.dense;
    this.kernel = this.addWeight({
      name: 'kernel',
      shape: [features, units],
      initializer: kernelInitializer,
      regularizer: this.kernelRegularizer,
      constraint: kernelConstraint,
    });
    if (useBias !== false) {
      this.bias = this.addWeight({
        name: 'bias',
        shape: [units],
        initializer: biasInitializer,
        regularizer: this.biasRegularizer,
        constraint: biasConstraint,
      });
    }
    this.inputSpec = { minRank: 2, axes: { [-1]: features } };
  }

  override call(x: Tensor): Tensor {
    const rows = x.rank === 2 ? x : reshape(x, [-1, x.shape.at(-1)!]);
    const product = matMul(rows as Tensor2D, this.kernel as Tensor as Tensor2D);
    const y = this.activation(this.bias === undefined ? product : add(product, this.bias));
    return x.rank === 2 ? y : reshape(y, [...x.shape.slice(0, -1), this.dense.units]);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return [...inputShape.slice(0, -1), this.dense.units];
  }
}

/**
 * Densely connected layer.
 *
 * y = activation(x kernel + bias), x: [..., features], kernel: [features, units], bias: [units], y: [..., units]
 *
 * @throws Error if `units` is not a positive integer or the input's last dimension is not what the layer was built for
 */
export function dense(options: DenseOptions): Dense {
  return new Dense(options);
}
