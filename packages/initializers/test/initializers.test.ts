import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import {
  computeFans,
  constant,
  getInitializer,
  glorotUniform,
  heNormal,
  identity,
  type Initializer,
  type InitializerName,
  initializers,
  ones,
  orthogonal,
  randomInitializer,
  randomNormal,
  randomUniform,
  stft,
  truncatedNormal,
  varianceScaling,
  zeros,
} from '@sixstep/initializers';
import { Generator, setRandomSeed } from '@sixstep/random';
import { memory, type Tensor, tensor } from '@tensorflow/tfjs-core';

const valuesOf = (w: Tensor): number[] => {
  const values = Array.from(w.dataSync());
  w.dispose();
  return values;
};
const sha = (w: Tensor): string => {
  const bytes = new Uint8Array(Float32Array.from(w.dataSync()).buffer);
  w.dispose();
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
};

const seeded = [
  'glorotUniform',
  'glorotNormal',
  'heUniform',
  'heNormal',
  'lecunUniform',
  'lecunNormal',
  'randomNormal',
  'randomUniform',
  'truncatedNormal',
  'varianceScaling',
  'orthogonal',
] as const satisfies readonly InitializerName[];

// These are the bits of version 1: they must be the same on every machine, engine and version.
const BITS: Record<(typeof seeded)[number], string> = {
  glorotUniform: 'bd5bdcae805a7a92',
  glorotNormal: '65c46efbdb6ed286',
  heUniform: 'b6aa06e35ae1839f',
  heNormal: 'd3d64ad4e2d8e721',
  lecunUniform: '9669747707c24e10',
  lecunNormal: 'd889d438e68c86b2',
  randomNormal: '791730b62848ae0c',
  randomUniform: '3e8739487f890204',
  truncatedNormal: 'f5f7150f48a5cd1e',
  varianceScaling: 'd889d438e68c86b2',
  orthogonal: '421cdb0eb0633b37',
};

test.each(seeded)('%s with a seed gives these bits on every machine', (name) => {
  expect(sha(initializers[name]({ seed: 116 })([3, 3, 8, 16]))).toBe(BITS[name]);
});

const table = Object.entries(initializers) as [InitializerName, () => Initializer][];

test.each(table)('%s keeps shape and dtype, holds no tensor, says what it is', (_, factory) => {
  const shape = factory().className === 'STFT' ? [4, 2, 3] : [4, 3];
  const before = memory().numTensors;
  const initialize = factory();
  const w = initialize(shape);
  expect(w.shape).toEqual(shape);
  expect(w.dtype).toBe('float32');
  w.dispose();
  expect(memory().numTensors).toBe(before);
  expect(initialize.className).toMatch(/^[A-Z]\w+$/);
  expect(JSON.parse(JSON.stringify(initialize.config))).toEqual(initialize.config);
});

test.each(table)('%s made again from its config gives the same', (_, factory) => {
  setRandomSeed(7);
  const initialize = factory();
  const shape = initialize.className === 'STFT' ? [4, 2, 3] : [4, 3];
  setRandomSeed(7);
  const again = (factory as (config: object) => Initializer)(initialize.config!);
  expect(valuesOf(again(shape))).toEqual(valuesOf(initialize(shape)));
  expect(again.config).toEqual(initialize.config);
});

test('randomUniform is minval + (maxval - minval) u, u from the stream of the seed', () => {
  const generator = new Generator(3);
  const expected = [2 + 4 * generator.uniform(), 2 + 4 * generator.uniform()].map(Math.fround);
  expect(valuesOf(randomUniform({ minval: 2, maxval: 6, seed: 3 })([2]))).toEqual(expected);
});

test('glorotUniform of [2, 4] is uniform within sqrt(6 / (2 + 4)) = 1, heNormal of [8, 1] has stddev sqrt(2 / 8) = 0.5', () => {
  const generator = new Generator(4);
  expect(valuesOf(glorotUniform({ seed: 4 })([2, 4]))[0]).toBe(Math.fround(2 * generator.uniform() - 1));
  const other = new Generator(4);
  expect(valuesOf(heNormal({ seed: 4 })([8, 1]))[0]).toBe(
    Math.fround((0.5 / 0.8796256610342398) * other.truncatedNormal()),
  );
});

test('setRandomSeed makes unseeded initializers repeat, each with values of its own', () => {
  setRandomSeed(1);
  const first = [valuesOf(heNormal()([5, 5])), valuesOf(heNormal()([5, 5]))];
  setRandomSeed(1);
  expect([valuesOf(heNormal()([5, 5])), valuesOf(heNormal()([5, 5]))]).toEqual(first);
  expect(first[0]).not.toEqual(first[1]);
});

test.each([
  [[], {}, 1, 1],
  [[7], {}, 7, 7],
  [[3, 5], {}, 3, 5],
  [[2, 3, 5, 7], {}, 30, 42], // field 2 * 3, in 5, out 7
  [[2, 3, 5, 7], { inputAxes: [0, -1], outputAxes: [1] }, 14, 3],
  [[2, 3, 5, 7], { inputAxes: [0, -1], outputAxes: null }, 30, 42],
])('computeFans of %p with %p', (shape, axes, fanIn, fanOut) => {
  expect(computeFans(shape, axes)).toEqual({ fanIn, fanOut });
});

test('constant fills, broadcasts lists and truncates to int32', () => {
  expect(valuesOf(constant({ value: 0.5 })([3]))).toEqual([0.5, 0.5, 0.5]);
  expect(valuesOf(constant({ value: [1, 2] })([2, 2]))).toEqual([1, 2, 1, 2]);
  expect(valuesOf(constant({ value: [[1], [2]] })([2, 2]))).toEqual([1, 1, 2, 2]);
  const w = constant({ value: -2.9 })([1], 'int32');
  expect([w.dtype, ...valuesOf(w)]).toEqual(['int32', -2]);
  expect(valuesOf(zeros()([]))).toEqual([0]);
  expect(valuesOf(ones()([2], 'int32'))).toEqual([1, 1]);
});

test('identity is rectangular too', () => {
  expect(valuesOf(identity({ gain: 3 })([3, 2]))).toEqual([3, 0, 0, 3, 0, 0]);
});

test('stft gives every input channel the same kernel', () => {
  const one = valuesOf(stft()([4, 1, 3]));
  const two = valuesOf(stft()([4, 2, 3]));
  expect(two).toEqual([0, 1, 2, 3].flatMap((t) => [...one.slice(3 * t, 3 * t + 3), ...one.slice(3 * t, 3 * t + 3)]));
  // hann(4) = 0, 0.75, 0.75, 0; its norm is sqrt(1.125); bin 1 turns by a quarter a step: cos(pi / 2) = 0, cos(pi) = -1.
  const by = 0.75 / Math.sqrt(1.125);
  [0, 0, 0, by, 0, -by, by, -by, by, 0, 0, 0].forEach((value, i) => expect(one[i]).toBeCloseTo(value, 6));
});

test('orthogonal stays orthogonal at size 128', () => {
  const n = 128;
  const w = valuesOf(orthogonal({ seed: 3 })([n, n]));
  let worst = 0;
  for (let a = 0; a < n; a++) {
    for (let b = 0; b <= a; b++) {
      let dot = 0;
      for (let i = 0; i < n; i++) dot += w[i * n + a]! * w[i * n + b]!;
      worst = Math.max(worst, Math.abs(dot - (a === b ? 1 : 0)));
    }
  }
  expect(worst).toBeLessThan(5e-7);
  expect(valuesOf(orthogonal({ seed: 3 })([1, 1])).map(Math.abs)).toEqual([1]);
});

test('varianceScaling equals the named ones', () => {
  const pairs: [Initializer, Initializer][] = [
    [varianceScaling({ mode: 'fanAvg', distribution: 'uniform', seed: 1 }), glorotUniform({ seed: 1 })],
    [varianceScaling({ scale: 2, distribution: 'normal', seed: 1 }), heNormal({ seed: 1 })],
  ];
  for (const [a, b] of pairs) expect(valuesOf(a([6, 5, 4]))).toEqual(valuesOf(b([6, 5, 4])));
  expect(varianceScaling({ distribution: 'normal' }).config!['distribution']).toBe('truncatedNormal');
});

test('an initializer of your own: a function, or randomInitializer with a draw', () => {
  const half: Initializer = (shape) => tensor(new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(0.5), [...shape]);
  expect(valuesOf(getInitializer(half, 'dense')([2]))).toEqual([0.5, 0.5]);
  const coin = randomInitializer('coin', 'Coin', { seed: 1 }, (generator) => () => generator.integer(2));
  expect(valuesOf(coin([50])).reduce((a, b) => a + b)).toBeGreaterThan(10);
});

test('getInitializer finds a name, and the nearest for a slip', () => {
  expect(getInitializer('heNormal', 'dense').className).toBe('HeNormal');
  expect(() => getInitializer('he_normal' as 'heNormal', 'dense')).toThrow(
    new Error("dense: unknown initializer 'he_normal'. Did you mean 'heNormal'?"),
  );
});

test.each([
  [
    () => glorotUniform({ seed: -1 }),
    'glorotUniform: expected seed to be an integer >= 0 and <= 4294967295, received -1. Pass a number such as glorotUniform({ seed: 42 }), or none.',
  ],
  [() => randomNormal({ stddev: -1 }), 'randomNormal: expected stddev to be a number >= 0, received -1.'],
  [() => truncatedNormal({ mean: NaN }), 'truncatedNormal: expected mean to be a number, received NaN.'],
  [() => randomUniform({ minval: 1, maxval: 0 }), 'randomUniform: expected maxval to be a number >= 1, received 0.'],
  [() => varianceScaling({ scale: 0 }), 'varianceScaling: expected scale to be a number > 0, received 0.'],
  [
    () => varianceScaling({ mode: 'fan_in' as 'fanIn' }),
    "varianceScaling: expected mode to be one of 'fanIn', 'fanOut', 'fanAvg', received 'fan_in'. Did you mean 'fanIn'?",
  ],
  [
    () => constant({ value: 'a' as unknown as number }),
    "constant: expected value to be a number, received 'a'. Pass a number or nested lists of numbers.",
  ],
  [() => identity()([2, 2, 2]), 'identity: expected shape to have two dimensions, received [2, 2, 2] of rank 3.'],
  [() => orthogonal()([4]), 'orthogonal: expected shape to have at least two dimensions, received [4] of rank 1.'],
  [() => zeros()([2, -1]), 'zeros: expected shape[1] to be an integer >= 0, received -1.'],
  [() => heNormal()([2, 2], 'int32'), "heNormal: expected dtype to be one of 'float32', received 'int32'."],
  [() => stft({ side: 'both' as 'real' }), "stft: expected side to be one of 'real', 'imag', received 'both'."],
  [
    () => stft({ window: [1, 2] })([3, 1, 2]),
    'stft: expected window to have 3 values for shape [3, 1, 2], received 2: [1, 2].',
  ],
  [
    () => stft()([3, 2]),
    'stft: expected shape to have three dimensions, [frameLength, channels, bins], received [3, 2] of rank 2.',
  ],
])('says what is wrong: %#', (act, message) => {
  expect(act).toThrow(new Error(message));
});

test('options and names are checked by the compiler', () => {
  // @ts-expect-error the option is called seed
  heNormal({ sed: 1 });
  // @ts-expect-error not a mode
  expect(() => varianceScaling({ mode: 'fan' })).toThrow('Did you mean');
  // @ts-expect-error not a name
  const name: InitializerName = 'glorot';
  expect(() => getInitializer(name, 'dense')).toThrow('unknown initializer');
});
