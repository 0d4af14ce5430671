import { sigmoid, tanh, type Activation, type ActivationName } from '@sixstep/activations';
import { ones, type Initializer } from '@sixstep/initializers';
import { add, concat, mul, split, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { hasFused, runFused } from './fused.js';
import { RecurrentCell, type CellOptions, type Pass } from './recurrent-cell.js';
import { resolveActivation } from './resolve-activation.js';
import type { Shape } from './shape.js';

/** Options of `lstmCell`. */
export interface LSTMCellOptions extends CellOptions {
  /** The gates' activation. Default sigmoid. */
  readonly recurrentActivation?: Activation | ActivationName | undefined;
  /** Whether the forget gate's bias starts at 1. Default true. */
  readonly unitForgetBias?: boolean | undefined;
}

/** The layer behind `lstmCell`. */
export class LSTMCell extends RecurrentCell {
  override readonly className: string = 'LSTMCell';
  private readonly recurrentActivation: Activation;
  private readonly unitForgetBias: boolean;

  constructor(options: LSTMCellOptions, place = 'lstmCell') {
    const [recurrentActivation, named] = resolveActivation(place, options.recurrentActivation, sigmoid);
    const unitForgetBias = options.unitForgetBias ?? true;
    super(place, 4, { ...options, recurrentActivation: named, unitForgetBias } as CellOptions);
    this.recurrentActivation = recurrentActivation;
    this.unitForgetBias = unitForgetBias;
  }

  override get stateSizes(): readonly number[] {
    return [this.units, this.units];
  }

  override build(inputShape: Shape[]): void {
    super.build(inputShape);
    if (this.bias === undefined || !this.unitForgetBias) return;
    const { units, bias } = this;
    const draw = this.settings.biasInitializer as Initializer;
    tidy(() => bias.assign(concat([draw([units]), ones()([units]), draw([2 * units])])));
  }

  override hasSequence(): boolean {
    return this.activation === tanh && this.recurrentActivation === sigmoid && hasFused('SixstepLstm');
  }

  override sequence(x: Tensor, [h0, c0]: readonly Tensor[], returnSequences: boolean): readonly Tensor[] | undefined {
    const { kernel, recurrentKernel, bias } = this;
    return runFused('SixstepLstm', { x, kernel, recurrentKernel, bias, h0, c0 }, { returnSequences })?.slice(0, 3);
  }

  override begin(batch: number, features: number, training: boolean): Pass {
    const masks = this.dropoutMasks([batch, this.units], this.settings.recurrentDropout, training);
    const recur = this.recurrence(0, 4, masks);
    const { activation, recurrentActivation } = this;
    return {
      project: this.projection(batch, features, training, this.bias),
      step: (projected, [h, c]) => {
        const [i, f, candidate, o] = split(add(projected, recur(h!)), 4, 1);
        const kept = mul(recurrentActivation(f!), c!);
        const carry = add(kept, mul(recurrentActivation(i!), activation(candidate!)));
        return [mul(recurrentActivation(o!), activation(carry)), carry];
      },
    };
  }
}

/**
 * One step of `lstm`: [x, h, c] -> [h', c'].
 *
 * i, f, g, o = the four blocks of x kernel + h recurrentKernel + bias; s = recurrentActivation, a = activation
 * c' = s(f) c + s(i) a(g); h' = s(o) a(c')
 *
 * Hochreiter and Schmidhuber 1997, "Long short-term memory".
 *
 * @throws Error if `units` is not a positive integer
 */
export function lstmCell(options: LSTMCellOptions): LSTMCell {
  return new LSTMCell(options);
}
