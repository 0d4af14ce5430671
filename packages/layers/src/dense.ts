import type { Activation, ActivationName } from '@sixstep/activations';
import { glorotUniform, zeros } from '@sixstep/initializers';
import { expectInteger } from '@sixstep/parts';
import { add, matMul, reshape, type Tensor, type Tensor2D, type Variable } from '@tensorflow/tfjs-core';
import { fusedActivation, runFused } from './fused.js';
import { Layer, type LayerOptions } from './layer.js';
import { resolveActivation } from './resolve-activation.js';
import type { Shape } from './shape.js';
import { resolveWeightParts, weightOf, type WeightParts } from './weight-parts.js';
import { withDefaults } from './with-defaults.js';

/** Options of `dense`. */
export interface DenseOptions extends LayerOptions, WeightParts<'kernel' | 'bias'> {
  /** Number of output features. */
  readonly units: number;
  /** Default: linear. */
  readonly activation?: Activation | ActivationName | undefined;
  /** Default true. */
  readonly useBias?: boolean | undefined;
}

/** The layer behind `dense`. */
export class Dense extends Layer {
  override readonly className: string = 'Dense';
  protected override readonly supportsMasking: boolean = true;
  private readonly settings: DenseOptions;
  private readonly activation: Activation;
  private kernel!: Variable;
  private bias: Variable | undefined;

  constructor(options: DenseOptions) {
    expectInteger('dense', 'units', options.units, {
      hint: 'Pass the number of output features, e.g. dense({ units: 10 }).',
    });
    const [activation, named] = resolveActivation('dense', options.activation);
    const defaults = { useBias: true, kernelInitializer: glorotUniform(), biasInitializer: zeros() };
    const settings = {
      ...withDefaults(resolveWeightParts('dense', options, ['kernel', 'bias']), defaults),
      activation: named,
    };
    super(settings);
    this.settings = settings;
    this.activation = activation;
    this.inputSpec = { minRank: 2 };
  }

  override build(inputShape: Shape): void {
    const features = expectInteger(this.name, "the input's last dimension", inputShape.at(-1));
    const { units, useBias } = this.settings;
    this.kernel = this.addWeight(weightOf(this.settings, 'kernel', [features, units]));
    if (useBias === true) this.bias = this.addWeight(weightOf(this.settings, 'bias', [units]));
    this.inputSpec = { minRank: 2, axes: { [-1]: features } };
  }

  override call(x: Tensor): Tensor {
    const rows =
      x.rank === 2 ? x : reshape(x, [x.shape.slice(0, -1).reduce((rows, n) => rows * n, 1), x.shape.at(-1)!]);
    const shaped = (y: Tensor): Tensor =>
      x.rank === 2 ? y : reshape(y, [...x.shape.slice(0, -1), this.settings.units]);
    const { kernel, bias } = this;
    const activation = fusedActivation(this.activation);
    const fused = runFused('SixstepDense', { x: rows, kernel, bias }, { activation: activation ?? 'linear' });
    if (fused !== undefined && activation !== undefined) return shaped(fused[0]!);
    const product = fused?.[0] ?? addBias(matMul(rows as Tensor2D, kernel as Tensor as Tensor2D), bias);
    // The shape is restored first: softmax remembers its logits for the loss, in the shape that it is given.
    return this.activation(shaped(product));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return [...inputShape.slice(0, -1), this.settings.units];
  }
}

const addBias = (product: Tensor, bias: Tensor | undefined): Tensor =>
  bias === undefined ? product : add(product, bias);

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
