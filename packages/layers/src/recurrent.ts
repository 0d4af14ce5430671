import { formatShape } from '@sixstep/parts';
import {
  broadcastTo,
  cast,
  expandDims,
  reshape,
  reverse,
  stack,
  tidy,
  transpose,
  unstack,
  variable,
  where,
  zeros,
  zerosLike,
  type Tensor,
  type Variable,
} from '@tensorflow/tfjs-core';
import type { CallOptions } from './call-context.js';
import { expectStates } from './expect-states.js';
import { Layer, type LayerOptions } from './layer.js';
import type { Memory } from './memory.js';
import { selectOutputs, validLengths } from './padded-steps.js';
import type { CellOptions, RecurrentCell } from './recurrent-cell.js';
import type { Shape, ShapesOf, Tensors } from './shape.js';

/** Options that all recurrent layers share, besides those of their cell. */
export interface RecurrentOptions extends CellOptions {
  /** Whether to give the output of each step, or of the last only. Default false. */
  readonly returnSequences?: boolean | undefined;
  /** Whether to give the last states too: [output, ...states]. Default false. */
  readonly returnState?: boolean | undefined;
  /** Whether to go from the last step to the first; the outputs come in that order. Default false. */
  readonly goBackwards?: boolean | undefined;
  /** Whether each sample goes on from the state that the sample at its place in the last batch ended with. Default false. */
  readonly stateful?: boolean | undefined;
  /** Accepted for Keras' sake: the steps are always taken one by one. Default false. */
  readonly unroll?: boolean | undefined;
  /** Whether the output of a step that does not count is 0, rather than the output before. Default false. */
  readonly zeroOutputForMask?: boolean | undefined;
}

const defaults = {
  returnSequences: false,
  returnState: false,
  goBackwards: false,
  stateful: false,
  unroll: false,
  zeroOutputForMask: false,
} as const;

/** Takes the options that are a layer's own out of those that its cell takes. */
export function cellOptions<O extends RecurrentOptions>(options: O): Omit<O, keyof RecurrentOptions> & CellOptions {
  const own = new Set(['name', 'trainable', 'inputShape', 'activityRegularizer', ...Object.keys(defaults)]);
  return Object.fromEntries(Object.entries(options).filter(([name]) => !own.has(name))) as unknown as Omit<
    O,
    keyof RecurrentOptions
  > &
    CellOptions;
}

/** A layer that takes the steps of a sequence one by one, each with the states that the one before left. */
export abstract class Recurrent<Out extends Tensors = Tensor> extends Layer<Tensor, Out> implements Memory {
  readonly cell: RecurrentCell;
  readonly returnSequences: boolean;
  readonly returnState: boolean;
  readonly goBackwards: boolean;
  readonly stateful: boolean;
  private readonly zeroOutputForMask: boolean;
  private kept: readonly Variable[] | undefined;

  constructor(cell: RecurrentCell, options: RecurrentOptions) {
    const { name: _, trainable: __, ...parts } = cell.config as Record<string, unknown>;
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    const settings = { ...defaults, ...given, ...parts } as RecurrentOptions & typeof defaults;
    super(settings as LayerOptions);
    this.cell = cell;
    this.returnSequences = settings.returnSequences;
    this.returnState = settings.returnState;
    this.goBackwards = settings.goBackwards;
    this.stateful = settings.stateful;
    this.zeroOutputForMask = settings.zeroOutputForMask;
    this.inputSpec = { rank: 3 };
  }

  override build(inputShape: Shape): void {
    const [batch = null, , features = null] = inputShape;
    this.cell.ensureBuilt([[batch, features], ...this.cell.stateSizes.map((size) => [batch, size])]);
    this.inputSpec = { rank: 3, axes: { [-1]: features! } };
  }

  override call(x: Tensor, { training, mask, initialState }: CallOptions): Out {
    const [batch = 0, steps = 0, features = 0] = x.shape;
    if (steps === 0)
      throw new Error(
        `${this.name}: expected at least one time step, received an input of shape ${formatShape(x.shape)}.`,
      );
    const given = this.initialStates(batch, initialState as Tensor | Tensor[] | undefined);
    const fused = this.callFused(x, given, training === true, (mask as Tensor | null | undefined) ?? undefined);
    if (fused !== undefined) return fused;
    const pass = this.cell.begin(batch, features, training === true);
    const projected = pass.project(transpose(x, [1, 0, 2]));
    const inputs = unstack(reshape(projected, [steps, batch, projected.shape[1]!]));
    const counts = mask == null ? undefined : unstack(transpose(cast(mask as Tensor, 'bool')));
    let states = given;
    let output = zerosLike(states[0]!);
    const zero = output;
    const outputs: Tensor[] = [];
    for (let i = 0; i < steps; i++) {
      const t = this.goBackwards ? steps - 1 - i : i;
      const next = pass.step(inputs[t]!, states);
      if (counts === undefined) {
        states = next;
        output = next[0]!;
      } else {
        const spread = next.map((state) => broadcastTo(expandDims(counts[t]!, 1), state.shape));
        output = where(spread[0]!, next[0]!, this.zeroOutputForMask ? zero : output);
        states = next.map((state, n) => where(spread[n]!, state, states[n]!));
      }
      if (this.returnSequences) outputs.push(output);
    }
    return this.finish(this.returnSequences ? stack(outputs, 1) : output, states);
  }

  /** All steps in one kernel, where the cell has one and every step counts. */
  private callFused(
    x: Tensor,
    states: readonly Tensor[],
    training: boolean,
    mask: Tensor | undefined,
  ): Out | undefined {
    if (!this.cell.hasSequence()) return undefined;
    const lengths = mask && validLengths(mask);
    // After padding at the end only the outputs of the steps that count are wanted: the others may run along.
    const isPadded = lengths?.some((length) => length < x.shape[1]!) === true;
    if (mask !== undefined && lengths === undefined) return undefined;
    if (isPadded && (this.goBackwards || this.returnState || this.stateful)) return undefined;
    const dropped = this.cell.dropInput(x, training);
    if (dropped === undefined) return undefined;
    const input = this.goBackwards ? reverse(dropped, 1) : dropped;
    const [outputs, ...last] = this.cell.sequence(input, states, this.returnSequences || isPadded) ?? [];
    if (outputs === undefined) return undefined;
    if (!isPadded) return this.finish(this.returnSequences ? outputs : last[0]!, last);
    const { returnSequences, zeroOutputForMask } = this;
    return selectOutputs(outputs, lengths!, { returnSequences, zeroOutputForMask }) as Out;
  }

  /** Notes the states where the layer is stateful, and gives what the layer is to give. */
  protected finish(output: Tensor, states: readonly Tensor[]): Out {
    this.kept?.forEach((state, i) => state.assign(states[i]!));
    return (this.returnState ? [output, ...states] : output) as Out;
  }

  protected initialStates(batch: number, given: Tensor | readonly Tensor[] | undefined): readonly Tensor[] {
    const { stateSizes } = this.cell;
    if (this.stateful && this.kept === undefined)
      this.kept = stateSizes.map((size) => variable(zeros([batch, size]), false));
    const expected = this.kept?.[0]?.shape[0];
    if (expected !== undefined && expected !== batch) {
      throw new Error(
        `${this.name}: expected batches of ${expected} samples, as the first was, since the layer is stateful, received ${batch}. Call resetStates() to begin anew.`,
      );
    }
    if (given != null) {
      const states = (Array.isArray(given) ? given : [given]) as readonly Tensor[];
      expectStates(this.name, 'initialState', states, batch, stateSizes);
      return states;
    }
    // A copy: the variables change before the gradients are computed.
    return this.kept?.map((state) => state.clone()) ?? stateSizes.map((size) => zeros([batch, size]));
  }

  /**
   * What the last batch ended with, if the layer is stateful; none before the first. What is assigned is copied.
   *
   * @throws Error on assignment, if the states are of another number or shape
   */
  get states(): readonly Tensor[] {
    return this.kept ?? [];
  }

  set states(values: readonly Tensor[]) {
    const { stateSizes } = this.cell;
    const batch = values[0]?.shape[0] ?? 0;
    if (values.length > 0) expectStates(this.name, 'states', values, batch, stateSizes);
    const copies = values.map((value) => tidy(() => variable(value.clone(), false)));
    this.resetStates();
    if (copies.length > 0) this.kept = copies;
  }

  override memories(): Record<string, Memory> {
    return this.stateful ? { states: this } : {};
  }

  /** Forgets the states of a stateful layer. */
  resetStates(): void {
    for (const state of this.kept ?? []) state.dispose();
    this.kept = undefined;
  }

  override dispose(): void {
    this.resetStates();
    super.dispose();
  }

  /** As in Keras: beside an initial state, a mask must be given. */
  protected override readsMask({ initialState }: CallOptions): boolean {
    return initialState == null;
  }

  protected override computeMask(_: Tensor, mask: Tensor | undefined): Tensor | undefined {
    return this.returnSequences ? mask : undefined;
  }

  override computeOutputShape([batch = null, steps = null]: Shape): ShapesOf<Out> {
    const sizes = this.cell.stateSizes;
    const output: Shape = this.returnSequences ? [batch, steps, sizes[0]!] : [batch, sizes[0]!];
    return (this.returnState ? [output, ...sizes.map((size): Shape => [batch, size])] : output) as ShapesOf<Out>;
  }
}
