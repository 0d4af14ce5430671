import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { summaryWriter, tensorBoard, type SummaryWriter, type TensorBoardOptions } from '@sixstep/formats';
import { conv2d, dense, flatten, input } from '@sixstep/layers';
import { sequential, type FitOptions, type History } from '@sixstep/model';
import { memory } from '@tensorflow/tfjs-core';
import { decode } from 'fast-png';
import { readEvents, readRecords, type Logged } from './support/read-events.js';

/** Keeps files in memory, as a page would. */
function files() {
  const kept = new Map<string, Uint8Array[]>();
  const read = (part: string): Uint8Array[] =>
    [...kept].flatMap(([name, parts]) => (name.startsWith(part) ? [new Uint8Array(Buffer.concat(parts))] : []));
  return {
    names: () => [...kept.keys()],
    read,
    logged: (part: string): readonly Logged[] => read(part).flatMap((file) => readEvents(file).logged),
    write: (name: string, bytes: Uint8Array) => void kept.set(name, [...(kept.get(name) ?? []), bytes.slice()]),
  };
}

/** What a writer writes. */
async function written(use: (writer: SummaryWriter) => void): Promise<readonly Logged[]> {
  const { write, logged } = files();
  const writer = summaryWriter({ logDir: 'logs', write });
  use(writer);
  await writer.flush();
  return logged('logs/events.out.tfevents.');
}

describe('summaryWriter', () => {
  test('writes records and a scalar to the byte as TensorFlow does', async () => {
    const { write, read } = files();
    const writer = summaryWriter({ logDir: 'logs', write });
    writer.scalar('epoch_loss', 0.5, 3);
    await writer.flush();
    const records = readRecords(read('logs')[0]!);
    // tf.summary.scalar('epoch_loss', 0.5, step=3) of TensorFlow 2.21.
    const golden = '0a250a0a65706f63685f6c6f7373420a0801120022040000003f4a0b0a090a077363616c617273';
    const hex = Buffer.from(records[1]!).toString('hex');
    expect(hex.slice(18)).toBe(`10032a${(golden.length / 2).toString(16)}${golden}`);
    expect(readEvents(read('logs')[0]!).version).toBe('brain.Event:2');
  });

  test('the reader of these tests reads what TensorFlow wrote', () => {
    // tf.io.TFRecordWriter of TensorFlow 2.21: b'sixstep', b''.
    const golden = '0700000000000000bbd79f11736978737465705d3db708000000000000000029039807d8ea82a2';
    const records = readRecords(new Uint8Array(Buffer.from(golden, 'hex')));
    expect(records.map((record) => Buffer.from(record).toString())).toEqual(['sixstep', '']);
  });

  test('writes histograms of 30 buckets', async () => {
    const [logged] = await written((writer) => writer.histogram('h', [1, 2, NaN, 2, 5, -Infinity], 300));
    expect(logged).toMatchObject({ tag: 'h', step: 300, plugin: 'histograms', shape: [30, 3] });
    const values = logged!.values as number[];
    const rows = Array.from({ length: 30 }, (_, i) => values.slice(3 * i, 3 * i + 3));
    // (5 - 1) / 30 wide: 2 is in bucket 7, whose edges are 1 + 7 * 4 / 30 and 1 + 8 * 4 / 30.
    expect(rows.map(([, , count]) => count)).toEqual(rows.map((_, i) => ({ 0: 1, 7: 2, 29: 1 })[i] ?? 0));
    expect(rows[7]![0]).toBeCloseTo(1 + 28 / 30, 12);
    expect(rows[7]![1]).toBeCloseTo(1 + 32 / 30, 12);
    expect(rows[29]![1]).toBe(5);
  });

  test('counts equal values in the last bucket, and nothing where nothing is finite', async () => {
    const [same, none] = await written((writer) => {
      writer.histogram('same', [2.5, 2.5], 0);
      writer.histogram('none', [NaN], 0);
    });
    expect((same!.values as number[]).slice(-6)).toEqual([2.5, 2.5, 0, 2.5, 2.5, 2]);
    expect(none).toMatchObject({ shape: [0, 3], values: [] });
  });

  test('writes images as PNG, with the pixels of tf.summary.image', async () => {
    const data = [-1, 0, 0.25, 0.5, 0.75, 1, 2, 0.1, 0.2, 0.3, 0.4, 0.9].map(Math.fround);
    const [logged] = await written((writer) => writer.image('i', { data, shape: [1, 2, 2, 3] }, 1));
    expect(logged).toMatchObject({ tag: 'i', step: 1, plugin: 'images', shape: [3] });
    const [width, height, png] = logged!.values as Uint8Array[];
    expect([width, height].map((bytes) => Buffer.from(bytes!).toString())).toEqual(['2', '2']);
    expect(Array.from(decode(png!).data)).toEqual([0, 0, 63, 127, 191, 255, 255, 25, 51, 76, 102, 229]);
  });

  test('refuses other shapes', () => {
    expect(() => summaryWriter({ logDir: 'logs' }).image('i', { data: [1, 2], shape: [1, 1, 1, 2] }, 0)).toThrow(
      'summaryWriter: expected images of shape [samples, height, width, channels] with 1, 3 or 4 channels, ' +
        'received 2 values of shape [1, 1, 1, 2].',
    );
  });

  test('takes steps beyond 32 bits, and numbers that are not finite', async () => {
    const logged = await written((writer) => {
      writer.scalar('中', NaN, 2 ** 40 + 1);
      writer.scalar('中', -Infinity, 0);
    });
    expect(logged.map(({ tag, step, values }) => [tag, step, values])).toEqual([
      ['中', 2 ** 40 + 1, [NaN]],
      ['中', 0, [-Infinity]],
    ]);
  });
});

async function train(options: TensorBoardOptions, more: FitOptions = {}): Promise<History> {
  const model = sequential([
    input({ shape: [4, 4, 1] }),
    conv2d({ filters: 2, kernelSize: 3 }),
    flatten(),
    dense({ units: 3, activation: 'softmax' }),
  ]);
  model.compile({
    optimizer: 'adam',
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['sparseCategoricalAccuracy'],
  });
  const x = { data: Float32Array.from({ length: 20 * 16 }, (_, i) => Math.sin(i)), shape: [20, 4, 4, 1] };
  const y = { data: Int32Array.from({ length: 20 }, (_, i) => i % 3), shape: [20] };
  try {
    return await model.fit(x, y, {
      batchSize: 4,
      epochs: 2,
      validationSplit: 0.2,
      ...more,
      callbacks: [...(more.callbacks ?? []), tensorBoard(options)],
    });
  } finally {
    model.dispose();
  }
}

describe('tensorBoard', () => {
  test('writes the tags, steps and folders of Keras, and the numbers of the history', async () => {
    const before = memory().numTensors;
    const { write, logged, names } = files();
    const { history } = await train({ logDir: 'runs/1', histogramFreq: 1, writeImages: true, updateFreq: 2, write });
    expect(names().map((name) => name.replace(/\d+\.sixstep\.[0-9a-f]{8}\.\d+\.v2$/, ''))).toEqual(
      ['runs/1/validation/events.out.tfevents.', 'runs/1/train/events.out.tfevents.'].reverse(),
    );
    const steps = (part: string): Record<string, number[]> => {
      const found: Record<string, number[]> = {};
      for (const { tag, step } of logged(part)) (found[tag] ??= []).push(step);
      return found;
    };
    const weights = ['conv2d/kernel', 'conv2d/bias', 'dense/kernel', 'dense/bias'];
    // As keras.callbacks.TensorBoard of Keras 3.15 does: 4 steps an epoch.
    expect(steps('runs/1/train')).toEqual({
      batch_loss: [2, 4, 6, 8],
      batch_sparse_categorical_accuracy: [2, 4, 6, 8],
      epoch_loss: [0, 1],
      epoch_sparse_categorical_accuracy: [0, 1],
      epoch_learning_rate: [0, 1],
      ...Object.fromEntries(
        weights.flatMap((path) => ['histogram', 'image'].map((kind) => [`sequential/${path}/${kind}`, [0, 1]])),
      ),
    });
    expect(steps('runs/1/validation')).toEqual({
      epoch_loss: [0, 1],
      epoch_sparse_categorical_accuracy: [0, 1],
      evaluation_loss_vs_iterations: [4, 8],
      evaluation_sparse_categorical_accuracy_vs_iterations: [4, 8],
    });
    const values = (part: string, tag: string): unknown[] =>
      logged(part).flatMap((item) => (item.tag === tag ? item.values : []));
    expect(values('runs/1/train', 'epoch_loss')).toEqual(history['loss']!.map(Math.fround));
    expect(values('runs/1/validation', 'epoch_loss')).toEqual(history['valLoss']!.map(Math.fround));
    expect(values('runs/1/train', 'epoch_learning_rate')).toEqual([0.001, 0.001].map(Math.fround));
    const shapes = Object.fromEntries(
      logged('runs/1/train').flatMap(({ tag, values: [width, height, ...images] }) =>
        tag.endsWith('/image')
          ? [
              [
                tag,
                [
                  Buffer.from(width as Uint8Array).toString(),
                  Buffer.from(height as Uint8Array).toString(),
                  images.length,
                ],
              ],
            ]
          : [],
      ),
    );
    expect(shapes).toEqual({
      'sequential/conv2d/kernel/image': ['3', '3', 2],
      'sequential/conv2d/bias/image': ['1', '2', 1],
      'sequential/dense/kernel/image': ['8', '3', 1],
      'sequential/dense/bias/image': ['1', '3', 1],
    });
    expect(memory().numTensors).toBe(before);
  });

  test('writes epochs alone unless it is told otherwise', async () => {
    const { write, logged } = files();
    await train({ write }, { validationSplit: 0 });
    expect(new Set(logged('logs/train').map(({ tag }) => tag))).toEqual(
      new Set(['epoch_loss', 'epoch_sparse_categorical_accuracy', 'epoch_learning_rate']),
    );
    expect(logged('logs/validation')).toEqual([]);
  });

  test('keeps what there is when the training fails, and begins a new file for the next one', async () => {
    const { write, logged, names } = files();
    const fails = {
      onTrainBatchBegin: (batch: number) => (batch === 3 ? Promise.reject(new Error('enough')) : undefined),
    };
    await expect(train({ write, updateFreq: 'batch' }, { callbacks: [fails] })).rejects.toThrow('enough');
    expect(logged('logs/train').map(({ tag, step }) => `${tag} ${step}`)).toEqual(
      [1, 2, 3].flatMap((step) => [`batch_loss ${step}`, `batch_sparse_categorical_accuracy ${step}`]),
    );
    await train({ write });
    expect(names().filter((name) => name.includes('/train/'))).toHaveLength(2);
  });

  test('writes files of the machine in Node', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sixstep-logs-'));
    await train({ logDir: join(folder, 'a', 'b') });
    const [name] = await readdir(join(folder, 'a', 'b', 'train'));
    const file = await readFile(join(folder, 'a', 'b', 'train', name!));
    expect(readEvents(file).logged.filter(({ tag }) => tag === 'epoch_loss')).toHaveLength(2);
    await rm(folder, { recursive: true });
  });

  test('refuses numbers out of range', () => {
    expect(() => tensorBoard({ histogramFreq: -1 })).toThrow('tensorBoard: expected histogramFreq to be');
    expect(() => tensorBoard({ updateFreq: 0 })).toThrow('tensorBoard: expected updateFreq to be');
  });
});
