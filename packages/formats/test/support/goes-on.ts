import { expect } from '@jest/globals';
import {
  latestCheckpoint,
  memoryStore,
  modelCheckpoint,
  readKeras,
  weightArrays,
  writeKeras,
  type CheckpointStore,
} from '@sixstep/formats';
import type { AnyModel, Callback, History } from '@sixstep/model';
import type { Numbers } from '@sixstep/tooling-layer-examples';

/** A training of two epochs of two batches. */
export interface Trial {
  /** The compiled model, new at each call. */
  readonly make: () => AnyModel;
  readonly x: Numbers;
  readonly y: Numbers;
  /** What hears of it, new at each call. */
  readonly callbacks?: () => Callback[];
}

const train = async (
  { x, y, callbacks = () => [] }: Trial,
  model: AnyModel,
  store: CheckpointStore,
): Promise<History> =>
  model.fit(x, y, {
    batchSize: x.shape[0]! / 2,
    epochs: 2,
    seed: 3,
    callbacks: [...callbacks(), modelCheckpoint({ store, everySteps: 1, keepLast: 9 })],
    resumeFrom: await latestCheckpoint(store),
  });

/** A training that is interrupted, and goes on with another model of the kind, ends the same. */
export async function goesOnFromCheckpoints(trial: Trial): Promise<void> {
  const store = memoryStore();
  const model = trial.make();
  const whole = await train(trial, model, store);
  const names = [...(await store.names())].sort();
  expect(names).toHaveLength(2 * (2 + 1));
  // After the last step of the first epoch, after this epoch, and within the second.
  for (const name of names.slice(1, 4)) {
    const only = memoryStore();
    await only.write(name, (await store.read(name))!);
    const again = trial.make();
    expect(await train(trial, again, only)).toStrictEqual(whole);
    expect(weightArrays(again)).toStrictEqual(weightArrays(model));
    again.dispose();
  }
  model.dispose();
}

/** A model that was trained, written and read in Keras' format, trains on as if it had not been. */
export async function goesOnFromKeras({ make, x, y }: Trial): Promise<void> {
  const model = make();
  model.trainOnBatch(x, y);
  model.trainOnBatch(x, y);
  const copy = await readKeras(await writeKeras(model));
  expect(weightArrays(copy)).toStrictEqual(weightArrays(model));
  // These are in checkpoints, not in Keras' format.
  for (const [path, generator] of Object.entries(copy.generators())) generator.state = model.generators()[path]!.state;
  for (const [path, memory] of Object.entries(copy.memories())) memory.states = model.memories()[path]!.states;
  for (let i = 0; i < 2; i++) expect(copy.trainOnBatch(x, y)).toStrictEqual(model.trainOnBatch(x, y));
  expect(weightArrays(copy)).toStrictEqual(weightArrays(model));
  for (const item of [model, copy]) item.dispose();
}
