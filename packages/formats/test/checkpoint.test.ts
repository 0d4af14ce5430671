import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  directoryStore,
  fileSystemStore,
  FormatError,
  latestCheckpoint,
  memoryStore,
  modelCheckpoint,
  readCheckpoint,
  weightArrays,
  writeCheckpoint,
  writeSafetensors,
  type CheckpointStore,
  type DirectoryHandle,
} from '@sixstep/formats';
import { glorotUniform } from '@sixstep/initializers';
import { batchNormalization, dense, dropout, input } from '@sixstep/layers';
import {
  earlyStopping,
  sequential,
  type Callback,
  type FitOptions,
  type Sequential,
  type TrainingState,
} from '@sixstep/model';
import { adam } from '@sixstep/optimizers';

const x = { data: Float32Array.from({ length: 20 * 3 }, (_, i) => Math.sin(i * 1.3)), shape: [20, 3] };
const y = { data: Float32Array.from({ length: 20 }, (_, i) => Math.cos(i)), shape: [20, 1] };

function make(seed = 7): Sequential {
  const model = sequential([
    input({ shape: [3] }),
    dense({ units: 6, activation: 'relu', kernelInitializer: glorotUniform({ seed }) }),
    batchNormalization(),
    dropout({ rate: 0.3, seed: 1 }),
    dense({ units: 1, kernelInitializer: glorotUniform({ seed: seed + 1 }) }),
  ]);
  model.compile({ optimizer: adam({ learningRate: 0.05 }), loss: 'meanSquaredError', metrics: ['meanAbsoluteError'] });
  return model;
}

const options: FitOptions = { batchSize: 6, epochs: 3, seed: 3, validationSplit: 0.2 };

async function stateOf(): Promise<TrainingState> {
  let state: TrainingState | undefined;
  const catcher: Callback = { onTrainBatchEnd: (_, __, training) => void (state = training.state()) };
  const model = make();
  await model.fit(x, y, {
    ...options,
    callbacks: [earlyStopping({ monitor: 'loss', patience: 9, restoreBestWeights: true }), catcher],
  });
  model.dispose();
  return state!;
}

/** A folder of the browser, in memory. */
function fakeDirectory(): DirectoryHandle {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const missing = (): never => {
    throw Object.assign(new Error('missing'), { name: 'NotFoundError' });
  };
  return {
    async *keys() {
      yield* files.keys();
    },
    getFileHandle: async (name, { create = false } = {}) => {
      if (!create && !files.has(name)) missing();
      let next: Uint8Array<ArrayBuffer> = new Uint8Array();
      return {
        getFile: async () => ({ arrayBuffer: async () => files.get(name)!.slice().buffer }),
        createWritable: async () => ({
          write: async (bytes) => void (next = bytes.slice()),
          close: async () => void files.set(name, next),
        }),
      };
    },
    removeEntry: async (name) => void (files.delete(name) || missing()),
  };
}

test('a checkpoint is read as it was written, to the bit', async () => {
  const state = await stateOf();
  expect(await readCheckpoint(await writeCheckpoint(state))).toStrictEqual(state);
});

test('infinities, NaN and -0 stay what they are', async () => {
  const state = { ...(await stateOf()), logs: { a: -0, b: NaN, c: Infinity, d: -Infinity, e: 0.1 } };
  expect((await readCheckpoint(await writeCheckpoint(state))).logs).toStrictEqual(state.logs);
});

test('each torn or changed checkpoint is recognized', async () => {
  const bytes = await writeCheckpoint(await stateOf());
  for (let i = 0; i < 200; i++) {
    const at = (i * 7919) % bytes.length;
    const changed = bytes.slice();
    changed[at]! ^= 1 << (i % 8);
    await expect(readCheckpoint(changed)).rejects.toThrow(FormatError);
    await expect(readCheckpoint(bytes.slice(0, at))).rejects.toThrow(FormatError);
  }
  await expect(readCheckpoint(bytes.subarray(0, -1))).rejects.toThrow('The file is torn or was changed.');
  await expect(readCheckpoint(writeSafetensors({ w: { data: new Float32Array(1), shape: [1] } }))).rejects.toThrow(
    'readCheckpoint: expected a checkpoint, received another file, or a torn one.',
  );
});

describe.each<[string, () => Promise<CheckpointStore>]>([
  ['memoryStore', async () => memoryStore()],
  ['fileSystemStore', async () => fileSystemStore(fakeDirectory())],
  ['directoryStore', async () => directoryStore(join(await mkdtemp(join(tmpdir(), 'sixstep-')), 'new'))],
])('%s', (_, open) => {
  test('keeps files by name', async () => {
    const store = await open();
    expect(await store.names()).toStrictEqual([]);
    expect(await store.read('a')).toBeUndefined();
    await store.write('a', Uint8Array.of(1, 2));
    await store.write('a', Uint8Array.of(3));
    await store.write('b', Uint8Array.of(4));
    expect([...(await store.names())].sort()).toStrictEqual(['a', 'b']);
    expect([...(await store.read('a'))!]).toStrictEqual([3]);
    await store.remove('a');
    await store.remove('a');
    expect(await store.names()).toStrictEqual(['b']);
  });

  test('a training that was interrupted goes on from it to the same weights', async () => {
    const store = await open();
    const whole = make();
    const expected = await whole.fit(x, y, { ...options, callbacks: [modelCheckpoint({ store: memoryStore() })] });
    const interrupted: Callback = {
      onTrainBatchBegin: (batch, training) => {
        if (batch === 2 && training.state().epoch === 1) throw new Error('out of power');
      },
    };
    const first = make();
    await expect(
      first.fit(x, y, { ...options, callbacks: [modelCheckpoint({ store, everySteps: 1 }), interrupted] }),
    ).rejects.toThrow('out of power');
    const second = make(100);
    const resumeFrom = await latestCheckpoint(store);
    expect([resumeFrom?.epoch, resumeFrom?.batch]).toStrictEqual([1, 2]);
    const history = await second.fit(x, y, {
      ...options,
      seed: 50,
      callbacks: [modelCheckpoint({ store, everySteps: 1 }), {}],
      resumeFrom,
    });
    expect(history).toStrictEqual(expected);
    expect(weightArrays(second)).toStrictEqual(weightArrays(whole));
    expect(await store.names()).toHaveLength(3);
    for (const model of [whole, first, second]) model.dispose();
  });
});

describe('modelCheckpoint', () => {
  test('keeps the last ones only', async () => {
    const store = memoryStore();
    const model = make();
    await model.fit(x, y, { ...options, epochs: 5, callbacks: [modelCheckpoint({ store, keepLast: 2, name: 'run' })] });
    expect(await store.names()).toStrictEqual(['run-000004-000000000.safetensors', 'run-000005-000000000.safetensors']);
    model.dispose();
  });

  test('with saveBestOnly keeps epochs that are better than all before', async () => {
    const store = memoryStore();
    const model = make();
    const { history } = await model.fit(x, y, {
      ...options,
      epochs: 6,
      callbacks: [modelCheckpoint({ store, saveBestOnly: true, keepLast: 99 })],
    });
    const losses = history['valLoss']!;
    const best = losses.flatMap((loss, i) => (losses.slice(0, i).every((before) => loss < before) ? [i + 1] : []));
    expect(await store.names()).toStrictEqual(best.map((epoch) => `checkpoint-00000${epoch}-000000000.safetensors`));
    model.dispose();
  });

  test('says what does not go together', () => {
    expect(() => modelCheckpoint({ store: memoryStore(), everySteps: 0 })).toThrow(
      'modelCheckpoint: expected everySteps to be an integer >= 1, received 0.',
    );
    expect(() => modelCheckpoint({ store: memoryStore(), everySteps: 2, saveBestOnly: true })).toThrow(
      'modelCheckpoint: expected no everySteps with saveBestOnly, since only whole epochs are compared, received 2.',
    );
  });
});

test('latestCheckpoint passes over torn and foreign files and says so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sixstep-'));
  const store = directoryStore(folder);
  const model = make();
  await model.fit(x, y, { ...options, callbacks: [modelCheckpoint({ store })] });
  await truncate(join(folder, 'checkpoint-000003-000000000.safetensors'), 5000);
  await writeFile(join(folder, 'checkpoint-000009-000000000.safetensors'), 'not a checkpoint');
  await writeFile(join(folder, 'notes.txt'), 'hello');
  const told: string[] = [];
  const found = await latestCheckpoint(store, { onUnreadable: (name) => told.push(name) });
  expect(found?.epoch).toBe(2);
  expect(told).toStrictEqual(['checkpoint-000009-000000000.safetensors', 'checkpoint-000003-000000000.safetensors']);
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toStrictEqual([]);
  expect(await latestCheckpoint(memoryStore())).toBeUndefined();
  await rm(folder, { recursive: true });
  model.dispose();
});
