import type { GeneratorState } from '@sixstep/random';
import { formatShape } from '@sixstep/parts';
import { tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { Callback, CallbackState } from './callbacks/callback.js';
import type { History } from './history.js';
import type { Logs } from './logs.js';
import type { MetersState } from './meters.js';
import type { AnyModel } from './model.js';
import { optimizerValues, setOptimizerValues } from './optimizer-values.js';

/** Numbers of a weight or a slot, outside the engine. */
export interface StateArray {
  readonly data: Float32Array | Int32Array;
  readonly shape: readonly number[];
}

/** Where a training stands. */
export interface Position {
  /** The epoch under way, or the next one. */
  readonly epoch: number;
  /** The batch of this epoch that comes next. */
  readonly batch: number;
  /** Whether somebody called `stop`. */
  readonly stopped: boolean;
  /** The figures so far. */
  readonly logs: Logs;
  /** Where the generator of the samples' order stood when the epoch began. */
  readonly shuffle: GeneratorState;
}

/** All that a training needs to go on as if it had not been interrupted: what `resumeFrom` of `fit` takes. */
export interface TrainingState extends Position {
  readonly samples: number;
  readonly batchSize: number;
  /** By path. */
  readonly weights: Readonly<Record<string, StateArray>>;
  /** The optimizer's state, in the order of its tree. */
  readonly optimizer: readonly (number | StateArray)[];
  /** The generators of dropout and noise, by path. */
  readonly generators: Readonly<Record<string, GeneratorState>>;
  /** What stateful recurrent layers ended the last batch with, by path; none before the first. */
  readonly memories: Readonly<Record<string, readonly StateArray[]>>;
  readonly meters: MetersState | null;
  readonly history: History;
  /** What the callbacks keep, in their order; null for those that keep nothing. */
  readonly callbacks: readonly (CallbackState | null)[];
}

/** What `captureState` reads and `restoreState` writes. */
export interface Resumable {
  readonly model: AnyModel;
  readonly callbacks: readonly Callback[];
  readonly samples: number;
  readonly batchSize: number;
}

const arrayOf = (x: Tensor): StateArray => ({ data: x.dataSync() as Float32Array | Int32Array, shape: [...x.shape] });

/** A copy of everything that changes in a training. */
export function captureState(
  { model, callbacks, samples, batchSize }: Resumable,
  position: Position,
  { epoch, history }: History,
): TrainingState {
  return {
    ...position,
    samples,
    batchSize,
    weights: Object.fromEntries(model.namedWeights().map(({ path, variable }) => [path, arrayOf(variable)])),
    optimizer: optimizerValues(model.optimizer).map((value) => (typeof value === 'number' ? value : arrayOf(value))),
    generators: Object.fromEntries(Object.entries(model.generators()).map(([path, { state }]) => [path, state])),
    memories: Object.fromEntries(
      Object.entries(model.memories()).map(([path, { states }]) => [path, states.map(arrayOf)]),
    ),
    meters: model.metersState,
    history: {
      epoch: [...epoch],
      history: Object.fromEntries(Object.entries(history).map(([name, list]) => [name, [...list]])),
    },
    callbacks: callbacks.map(({ state }) => state ?? null),
  };
}

/**
 * Puts a training back to where `state` says.
 *
 * @throws Error that says what differs, if the state is of another model, optimizer, data or list of callbacks; the weights
 * and the optimizer are then as before
 */
export function restoreState({ model, callbacks, samples, batchSize }: Resumable, state: TrainingState): void {
  const expectSame = (what: string, here: readonly unknown[], there: readonly unknown[]): void => {
    const [expected, received] = [here, there].map((items) => items.join(', ') || 'none');
    if (expected === received) return;
    throw new Error(
      `fit: expected ${what} of resumeFrom to be ${expected}, received ${received}. ` +
        `Resume with the same model, data, batchSize and callbacks.`,
    );
  };
  const weights = model.namedWeights();
  const generators = model.generators();
  const memories = model.memories();
  const shaped = (path: string, shape: readonly number[]): string => `${path} ${formatShape(shape)}`;
  expectSame('samples', [samples], [state.samples]);
  expectSame('batchSize', [batchSize], [state.batchSize]);
  expectSame('the number of callbacks', [callbacks.length], [state.callbacks.length]);
  expectSame(
    'weights',
    weights.map(({ path, variable }) => shaped(path, variable.shape)),
    Object.entries(state.weights).map(([path, { shape }]) => shaped(path, shape)),
  );
  expectSame('generators', Object.keys(generators), Object.keys(state.generators));
  expectSame('memories', Object.keys(memories), Object.keys(state.memories));
  tidy(() => {
    for (const [path, memory] of Object.entries(memories)) {
      memory.states = state.memories[path]!.map(({ data, shape }) => tensor(data, [...shape]));
    }
    setOptimizerValues(
      model.optimizer,
      state.optimizer.map((value) => (typeof value === 'number' ? value : tensor(value.data, [...value.shape]))),
    );
    for (const { path, variable } of weights) {
      variable.assign(tensor(state.weights[path]!.data, variable.shape, variable.dtype));
    }
  });
  for (const [path, generator] of Object.entries(generators)) generator.state = state.generators[path]!;
  if (state.meters !== null) model.metersState = state.meters;
  callbacks.forEach((callback, i) => {
    const kept = state.callbacks[i];
    if (kept != null) callback.state = kept;
  });
}
