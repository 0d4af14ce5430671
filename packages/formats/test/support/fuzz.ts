import {
  FormatError,
  loadWeightsH5,
  readCheckpoint,
  readKeras,
  readKerasH5,
  readSafetensors,
  readTfjs,
  writeCheckpoint,
  writeKeras,
  writeSafetensors,
  writeWeightsH5,
} from '@sixstep/formats';
import { conv2d, dense, flatten, gru, input } from '@sixstep/layers';
import { functional, sequential, type AnyModel, type TrainingState } from '@sixstep/model';
import { Generator } from '@sixstep/random';
import { memory } from '@tensorflow/tfjs-core';
import { unzipSync, zipSync } from 'fflate';

/** A file, and what reads it. */
interface Target {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly read: (bytes: Uint8Array) => unknown;
  /** How often it is tried, of 100. */
  readonly share: number;
  /** Whether it is text. */
  readonly text?: boolean;
}

/** What came of a fuzz. */
export interface Findings {
  readonly files: number;
  readonly refused: number;
  /** Errors that are no FormatError, files that took over a second, tensors left behind. */
  readonly faults: readonly string[];
  readonly slowest: number;
}

const disposeOf = (model: AnyModel): void => model.dispose();

async function targets(): Promise<Target[]> {
  const chain = sequential([
    input({ shape: [4, 4, 1] }),
    conv2d({ filters: 2, kernelSize: 2 }),
    flatten(),
    dense({ units: 2 }),
  ]);
  chain.compile({ optimizer: 'adam', loss: 'meanSquaredError', metrics: ['accuracy'] });
  const x = input({ shape: [3, 2] });
  const graph = functional({ inputs: x, outputs: dense({ units: 1 }).apply(gru({ units: 2 }).apply(x)) });
  const [archive, weights] = [await writeKeras(chain), await writeWeightsH5(graph)];
  const files = unzipSync(archive);
  const other = unzipSync(await writeKeras(graph));
  const rezip = (from: typeof files) => (config: Uint8Array) =>
    readKeras(zipSync({ ...from, 'config.json': config }, { level: 0 })).then(disposeOf);
  const h5 = (file: Uint8Array) =>
    readKeras(zipSync({ ...files, 'model.weights.h5': file }, { level: 0 })).then(disposeOf);
  const state: TrainingState = {
    epoch: 1,
    batch: 2,
    stopped: false,
    logs: { loss: 1 },
    shuffle: [1, 2, 3, 4],
    samples: 5,
    batchSize: 6,
    weights: { 'dense/kernel': { data: Float32Array.of(1, 2), shape: [2] } },
    optimizer: [1],
    generators: {},
    memories: { 'gru/states': [{ data: Float32Array.of(1, 2), shape: [1, 2] }] },
    meters: null,
    history: { epoch: [0], history: { loss: [1] } },
    callbacks: [null],
  };
  const json = JSON.stringify({
    modelTopology: {
      class_name: 'Sequential',
      config: {
        name: 's',
        layers: [
          {
            class_name: 'Dense',
            config: {
              units: 2,
              batch_input_shape: [null, 3],
              name: 'dense',
              activation: 'relu',
              kernel_initializer: {
                class_name: 'VarianceScaling',
                config: { scale: 1, mode: 'fan_avg', distribution: 'normal', seed: null },
              },
            },
          },
        ],
      },
    },
    weightsManifest: [
      {
        paths: ['weights.bin'],
        weights: [
          { name: 'dense/kernel', shape: [3, 2], dtype: 'float32' },
          { name: 'dense/bias', shape: [2], dtype: 'float32' },
        ],
      },
    ],
  });
  const tfjsWeights = new Uint8Array(32);
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const safetensors = writeSafetensors(
    { a: { data: new Float32Array(6), shape: [2, 3] }, b: { data: Int32Array.of(1), shape: [] } },
    { by: 'fuzz' },
  );
  return [
    { name: 'safetensors', bytes: safetensors, read: (bytes) => readSafetensors(bytes), share: 40 },
    { name: 'checkpoint', bytes: await writeCheckpoint(state), read: readCheckpoint, share: 8 },
    { name: '.keras', bytes: archive, read: (bytes) => readKeras(bytes).then(disposeOf), share: 20 },
    {
      name: 'model.json',
      bytes: new TextEncoder().encode(json),
      read: (bytes) => disposeOf(readTfjs(decode(bytes), tfjsWeights)),
      share: 12,
      text: true,
    },
    { name: 'config.json of a chain', bytes: files['config.json']!, read: rezip(files), share: 6, text: true },
    { name: 'config.json of a graph', bytes: other['config.json']!, read: rezip(other), share: 6, text: true },
    { name: 'model.weights.h5', bytes: files['model.weights.h5']!, read: h5, share: 4 },
    { name: '.weights.h5', bytes: weights, read: (bytes) => loadWeightsH5(graph, bytes), share: 3 },
    { name: '.h5', bytes: weights, read: (bytes) => readKerasH5(bytes), share: 1 },
  ];
}

/** Pieces that files are known to be broken by. */
const pieces = [
  'NaN',
  '-1',
  '1e308',
  '9007199254740992',
  '4294967296',
  '[]',
  '{}',
  'null',
  '"__proto__":',
  '"__lambda__"',
  '"Lambda"',
  '"../x"',
  '[[[[[[[[',
  '"constructor"',
  '1000000',
  '0',
  '""',
  'true',
  '-Infinity',
  '"units": 100000000',
];

/** The file with one to four changes: bits, bytes, pieces put in, parts taken out, doubled or cut off. */
function mutate(bytes: Uint8Array, random: Generator, text = false): Uint8Array {
  let file: Uint8Array = bytes.slice();
  for (let n = 1 + random.integer(4); n > 0; n--) {
    const at = random.integer(Math.max(file.length, 1));
    const kind = random.integer(text ? 9 : 7);
    if (kind === 0) file[at]! ^= 1 << random.integer(8);
    else if (kind === 1) file[at] = random.integer(256);
    else if (kind === 2) file = file.slice(0, at);
    else if (kind === 3) file = join(file.subarray(0, at), file.subarray(at + random.integer(20)));
    else if (kind === 4) file = join(file.subarray(0, at), file.subarray(random.integer(at + 1)));
    else if (kind === 5) file.set([255, 255, 255, 255, 255, 255, 255, 127].slice(0, Math.min(8, file.length - at)), at);
    else if (kind === 6)
      file = join(
        file.subarray(0, at),
        new TextEncoder().encode(pieces[random.integer(pieces.length)]),
        file.subarray(at),
      );
    else file = replaceValue(file, random);
  }
  return file;
}

/** JSON with one number or text replaced by something else. */
function replaceValue(bytes: Uint8Array, random: Generator): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const values = [...text.matchAll(/(?<=[:[,] ?)("[^"]*"|-?\d[\d.e-]*|null|true|false)/g)];
  const value = values[random.integer(Math.max(values.length, 1))];
  if (value === undefined) return bytes;
  const piece = pieces[random.integer(pieces.length)]!;
  return new TextEncoder().encode(text.slice(0, value.index) + piece + text.slice(value.index + value[0].length));
}

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Reads `count` changed files. Every one must be read, or refused with a FormatError, within a second. */
export async function fuzz(count: number, seed: number): Promise<Findings> {
  const random = new Generator(seed);
  const all = (await targets()).flatMap((target) => Array.from({ length: target.share }, () => target));
  const faults: string[] = [];
  let [refused, slowest] = [0, 0];
  for (let i = 0; i < count && faults.length < 20; i++) {
    const target = all[random.integer(all.length)]!;
    const file = mutate(target.bytes, random, target.text);
    const tensors = memory().numTensors;
    // Processor time: what else the machine does is no fault of the file's.
    const started = process.cpuUsage();
    try {
      await target.read(file);
    } catch (error) {
      refused++;
      if (!(error instanceof FormatError))
        faults.push(`${target.name} ${i}: ${(error as Error).stack ?? String(error)}`);
      else if (!/expected|cannot|there is no|holds code|does not fit/.test(error.message))
        faults.push(`${target.name} ${i}: says '${error.message}'`);
    }
    const { user, system } = process.cpuUsage(started);
    const took = (user + system) / 1000;
    slowest = Math.max(slowest, took);
    if (took > 1000) faults.push(`${target.name} ${i}: took ${took.toFixed(0)} ms`);
    if (memory().numTensors !== tensors)
      faults.push(`${target.name} ${i}: left ${memory().numTensors - tensors} tensors behind`);
  }
  return { files: count, refused, faults, slowest };
}
