import { sigmoid, tanh, type Activation, type ActivationName } from '@sixstep/activations';
import { add, mul, slice, split, sub, unstack, type Tensor } from '@tensorflow/tfjs-core';
import { hasFused, runFused } from './fused.js';
import { RecurrentCell, type CellOptions, type Pass } from './recurrent-cell.js';
import { resolveActivation } from './resolve-activation.js';

/** Options of `gruCell`. */
export interface GRUCellOptions extends CellOptions {
  /** The gates' activation. Default sigmoid. */
  readonly recurrentActivation?: Activation | ActivationName | undefined;
  /** Whether the reset gate works on the state after the product with the recurrent kernel (as in cuDNN) or before. Default true. */
  readonly resetAfter?: boolean | undefined;
}

/** The layer behind `gruCell`. */
export class GRUCell extends RecurrentCell {
  override readonly className: string = 'GRUCell';
  private readonly recurrentActivation: Activation;
  private readonly resetAfter: boolean;

  constructor(options: GRUCellOptions, place = 'gruCell') {
    const [recurrentActivation, named] = resolveActivation(place, options.recurrentActivation, sigmoid);
    const resetAfter = options.resetAfter ?? true;
    super(place, 3, { ...options, recurrentActivation: named, resetAfter } as CellOptions);
    this.recurrentActivation = recurrentActivation;
    this.resetAfter = resetAfter;
  }

  override get stateSizes(): readonly number[] {
    return [this.units];
  }

  protected override biasShape(): number[] {
    return this.resetAfter ? [2, 3 * this.units] : [3 * this.units];
  }

  override hasSequence(): boolean {
    const isDefault = this.activation === tanh && this.recurrentActivation === sigmoid;
    return isDefault && this.resetAfter && hasFused('SixstepGru');
  }

  override sequence(x: Tensor, [h0]: readonly Tensor[], returnSequences: boolean): readonly Tensor[] | undefined {
    const { kernel, recurrentKernel, bias } = this;
    return runFused('SixstepGru', { x, kernel, recurrentKernel, bias, h0 }, { returnSequences })?.slice(0, 2);
  }

  override begin(batch: number, features: number, training: boolean): Pass {
    const masks = this.dropoutMasks([batch, this.units], this.settings.recurrentDropout, training);
    const [inputBias, recurrentBias] = this.resetAfter && this.bias !== undefined ? unstack(this.bias) : [this.bias];
    return {
      project: this.projection(batch, features, training, inputBias),
      step: this.resetAfter ? this.stepAfter(masks, recurrentBias) : this.stepBefore(masks),
    };
  }

  /** The reset gate works on h recurrentKernel. */
  private stepAfter(masks: Tensor[] | undefined, bias: Tensor | undefined): Pass['step'] {
    const recur = this.recurrence(0, 3, masks);
    const { recurrentActivation: gate } = this;
    return (projected, [h]) => {
      const product = recur(h!);
      const [hz, hr, hh] = split(bias === undefined ? product : add(product, bias), 3, 1);
      const [xz, xr, xh] = split(projected, 3, 1);
      const z = gate(add(xz!, hz!));
      const r = gate(add(xr!, hr!));
      return [mix(z, h!, this.activation(add(xh!, mul(r, hh!))))];
    };
  }

  /** The reset gate works on h. */
  private stepBefore(masks: Tensor[] | undefined): Pass['step'] {
    const recurGates = this.recurrence(0, 2, masks);
    const recurCandidate = this.recurrence(2, 3, masks);
    const { recurrentActivation: gate, units } = this;
    return (projected, [h]) => {
      const batch = projected.shape[0]!;
      const gates = gate(add(slice(projected, [0, 0], [batch, 2 * units]), recurGates(h!)));
      const [z, r] = split(gates, 2, 1);
      const candidate = add(slice(projected, [0, 2 * units], [batch, units]), recurCandidate(mul(r!, h!)));
      return [mix(z!, h!, this.activation(candidate))];
    };
  }
}

/** z h + (1 - z) candidate */
function mix(z: Tensor, h: Tensor, candidate: Tensor): Tensor {
  return add(candidate, mul(z, sub(h, candidate)));
}

/**
 * One step of `gru`: [x, h] -> [h'].
 *
 * xz, xr, xh = the blocks of x kernel + bias[0]; s = recurrentActivation, a = activation
 * z = s(xz + hz), r = s(xr + hr), h' = z h + (1 - z) a(xh + r hh), hz, hr, hh = the blocks of h recurrentKernel + bias[1];
 * without `resetAfter` there is one bias, and r hh is (r h) times its block of the recurrent kernel.
 *
 * Cho et al. 2014, "Learning phrase representations using RNN encoder-decoder".
 *
 * @throws Error if `units` is not a positive integer
 */
export function gruCell(options: GRUCellOptions): GRUCell {
  return new GRUCell(options);
}
