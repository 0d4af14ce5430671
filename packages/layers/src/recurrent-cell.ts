import { tanh, type Activation, type ActivationName } from '@sixstep/activations';
import { glorotUniform, orthogonal, zeros } from '@sixstep/initializers';
import { expectInteger, expectNumber } from '@sixstep/parts';
import type { Generator } from '@sixstep/random';
import {
  add,
  concat,
  matMul,
  mul,
  reshape,
  slice,
  type Tensor,
  type Tensor2D,
  type Variable,
} from '@tensorflow/tfjs-core';
import type { CallOptions } from './call-context.js';
import { drawDropoutMask } from './draw.js';
import { Layer, type LayerOptions } from './layer.js';
import { generatorFor } from './noise.js';
import { resolveActivation } from './resolve-activation.js';
import type { Shape } from './shape.js';
import { resolveWeightParts, weightOf, type WeightParts } from './weight-parts.js';
import { withDefaults } from './with-defaults.js';

/** Options that all recurrent cells share. */
export interface CellOptions extends LayerOptions, WeightParts<'kernel' | 'recurrent' | 'bias'> {
  /** How many features the output has. */
  readonly units: number;
  /** Default tanh. */
  readonly activation?: Activation | ActivationName | undefined;
  /** Default true. */
  readonly useBias?: boolean | undefined;
  /** Which fraction of the input's features to drop in training, the same at each step. Default 0. */
  readonly dropout?: number | undefined;
  /** Which fraction of the state's features to drop in training, the same at each step. Default 0. */
  readonly recurrentDropout?: number | undefined;
  /** For the dropout: an integer from 0 to 2^32 - 1. */
  readonly seed?: number | null | undefined;
}

/** A cell at work on one batch: what all steps share is made once. */
export interface Pass {
  /** What the inputs of all steps, [steps, batch, features], add to the gates: [steps batch, gates units]. */
  project(x: Tensor): Tensor;
  /** The states after a step, the output first, from what its input adds to the gates and the states before. */
  step(projected: Tensor, states: readonly Tensor[]): Tensor[];
}

/** One step of a recurrent layer: takes [x, ...states] and gives the new states, the first of which is the output. */
export abstract class RecurrentCell extends Layer<Tensor[], Tensor[]> {
  readonly units: number;
  readonly generator: Generator | undefined;
  protected readonly activation: Activation;
  protected readonly settings: CellOptions;
  protected kernel!: Variable;
  protected recurrentKernel!: Variable;
  protected bias: Variable | undefined;
  /** How many blocks of `units` columns the kernels have. */
  protected readonly gates: number;

  constructor(place: string, gates: number, options: CellOptions) {
    const defaults = {
      useBias: true,
      kernelInitializer: glorotUniform(),
      recurrentInitializer: orthogonal(),
      biasInitializer: zeros(),
      dropout: 0,
      recurrentDropout: 0,
    };
    const hint = `Pass the number of output features, e.g. ${place}({ units: 64 }).`;
    expectInteger(place, 'units', options.units, { hint });
    const [activation, named] = resolveActivation(place, options.activation, tanh);
    const resolved = resolveWeightParts(place, options, ['kernel', 'recurrent', 'bias']);
    const settings = { ...withDefaults(resolved, defaults), activation: named };
    super(settings);
    expectNumber(place, 'dropout', settings.dropout, { min: 0, max: 1 });
    expectNumber(place, 'recurrentDropout', settings.recurrentDropout, { min: 0, max: 1 });
    this.units = options.units;
    this.gates = gates;
    this.activation = activation;
    this.settings = settings;
    if (settings.dropout > 0 || settings.recurrentDropout > 0) this.generator = generatorFor(place, options.seed);
  }

  /** The size of each state. */
  abstract get stateSizes(): readonly number[];

  /** Begins with a batch of so many samples and features. */
  abstract begin(batch: number, features: number, training: boolean): Pass;

  /**
   * All steps in one kernel, where there is one for what the cell is: the outputs of each step, if `returnSequences`, and then
   * the last states.
   */
  sequence(_x: Tensor, _states: readonly Tensor[], _returnSequences: boolean): readonly Tensor[] | undefined {
    return undefined;
  }

  /** Whether `sequence` can do it. */
  hasSequence(): boolean {
    return false;
  }

  /** The input's dropout for a whole sequence [batch, steps, features], if that is all dropout that there is. */
  dropInput(x: Tensor, training: boolean): Tensor | undefined {
    const { dropout = 0, recurrentDropout = 0 } = this.settings;
    if (!training || (dropout === 0 && recurrentDropout === 0)) return x;
    if (recurrentDropout > 0) return undefined;
    return mul(x, drawDropoutMask(this.generator!, [x.shape[0]!, 1, x.shape[2]!], dropout));
  }

  protected biasShape(): number[] {
    return [this.gates * this.units];
  }

  override build([inputShape = []]: Shape[]): void {
    const features = expectInteger(this.name, "the input's last dimension", inputShape.at(-1));
    const { settings, units, gates } = this;
    this.kernel = this.addWeight(weightOf(settings, 'kernel', [features, gates * units]));
    this.recurrentKernel = this.addWeight(weightOf(settings, 'recurrent_kernel', [units, gates * units], 'recurrent'));
    if (settings.useBias === true) this.bias = this.addWeight(weightOf(settings, 'bias', this.biasShape()));
  }

  override call([x, ...states]: Tensor[], { training }: CallOptions): Tensor[] {
    const [batch = 0, features = 0] = x!.shape;
    const pass = this.begin(batch, features, training === true);
    return pass.step(pass.project(x!), states);
  }

  override computeOutputShape([inputShape = []]: Shape[]): Shape[] {
    return this.stateSizes.map((size) => [inputShape[0] ?? null, size]);
  }

  /** Masks for `rate`: none, one for all gates, or, where the state drops too, one for each. */
  protected dropoutMasks(shape: number[], rate: number | undefined, training: boolean): Tensor[] | undefined {
    if (!training || rate === undefined || rate === 0) return undefined;
    const count = (this.settings.recurrentDropout ?? 0) > 0 ? this.gates : 1;
    return Array.from({ length: count }, () => drawDropoutMask(this.generator!, shape, rate));
  }

  /** x kernel + bias, under the input's dropout. */
  protected projection(batch: number, features: number, training: boolean, bias: Tensor | undefined): Pass['project'] {
    const masks = this.dropoutMasks([batch, features], this.settings.dropout, training);
    const product = products(this.kernel, this.units, 0, this.gates, masks);
    return (x) => (bias === undefined ? product(x) : add(product(x), bias));
  }

  /** h recurrentKernel for the gates `from` to before `to`, under the state's dropout. */
  protected recurrence(from: number, to: number, masks: Tensor[] | undefined): (h: Tensor) => Tensor {
    return products(this.recurrentKernel, this.units, from, to, masks);
  }
}

/** x, under `masks`, times the blocks `from` to before `to` of `kernel`. */
function products(
  kernel: Tensor,
  units: number,
  from: number,
  to: number,
  masks: Tensor[] | undefined,
): (x: Tensor) => Tensor {
  const [rows = 0, columns] = kernel.shape;
  const block = (first: number, last: number): Tensor2D =>
    ((last - first) * units === columns
      ? kernel
      : slice(kernel, [0, first * units], [rows, (last - first) * units])) as Tensor2D;
  const flat = (x: Tensor): Tensor2D => (x.rank === 2 ? x : reshape(x, [x.size / rows, rows])) as Tensor2D;
  const single = masks?.length === 1 ? masks[0] : undefined;
  if (masks === undefined || single !== undefined) {
    const part = block(from, to);
    return (x) => matMul(flat(single === undefined ? x : mul(x, single)), part);
  }
  const parts = Array.from({ length: to - from }, (_, i) => block(from + i, from + i + 1));
  return (x) =>
    concat(
      parts.map((part, i) => matMul(flat(mul(x, masks[from + i]!)), part)),
      1,
    );
}
