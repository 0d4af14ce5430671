import type { GeneratorState } from '@sixstep/random';
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
  const fail = (expected: string, received: unknown): never => {
    throw new Error(
      `fit: expected resumeFrom to be a state of ${expected}, received ${String(received)}. ` +
        `Resume with the same model, data, batchSize and callbacks.`,
    );
  };
  if (state.samples !== samples) fail(`${samples} samples`, `one of ${state.samples}`);
  if (state.batchSize !== batchSize) fail(`batches of ${batchSize}`, `one of ${state.batchSize}`);
  if (state.callbacks.length !== callbacks.length)
    fail(`${callbacks.length} callbacks`, `one of ${state.callbacks.length}`);
  const weights = model.namedWeights();
  const paths = weights.map(({ path }) => path).join(', ');
  if (Object.keys(state.weights).join(', ') !== paths)
    fail(`the weights ${paths}`, Object.keys(state.weights).join(', '));
  for (const { path, variable } of weights) {
    const { shape } = state.weights[path]!;
    if (shape.join() !== variable.shape.join())
      fail(`weight ${path} of shape [${variable.shape.join(', ')}]`, `[${shape.join(', ')}]`);
  }
  const generators = model.generators();
  const streams = Object.keys(generators).join(', ');
  if (Object.keys(state.generators).join(', ') !== streams)
    fail(`the generators ${streams || 'none'}`, Object.keys(state.generators).join(', ') || 'none');
  const memories = model.memories();
  const kept = Object.keys(memories).join(', ');
  if (Object.keys(state.memories).join(', ') !== kept)
    fail(`the memories ${kept || 'none'}`, Object.keys(state.memories).join(', ') || 'none');
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
