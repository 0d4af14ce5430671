import { readFileSync } from 'node:fs';
import {
  constant,
  cosineDecay,
  cosineDecayRestarts,
  exponentialDecay,
  inverseTimeDecay,
  joinSchedules,
  linear,
  linearWarmup,
  oneCycle,
  piecewiseConstantDecay,
  polynomialDecay,
  schedules,
  type Schedule,
} from '@sixstep/schedules';
import { describe, expect, test } from '@jest/globals';

interface Case {
  name: string;
  target: string;
  config: Record<string, unknown>;
  inputs: { steps: { data: number[] } };
  expected: { values: { data: number[] } };
  rtol: number;
  atol: number;
  tolerances?: { values?: { rtol: number; atol: number } };
}

const fixtures = new URL('../../../tooling/conformance/fixtures/', import.meta.url);
const { cases } = JSON.parse(readFileSync(new URL('schedules.json', fixtures), 'utf8')) as { cases: Case[] };
const camelCase = (name: string): string =>
  name.replace(/^[A-Z]/, (c) => c.toLowerCase()).replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase());

describe('the numbers of real Keras', () => {
  test.each(cases.map((c) => [c.name, c] as const))('%s', (_, c) => {
    const factory = schedules[camelCase(c.target.split('.').at(-1)!) as keyof typeof schedules];
    const options = Object.fromEntries(Object.entries(c.config).map(([key, value]) => [camelCase(key), value]));
    const schedule = (factory as (options: object) => Schedule)(options);
    const { rtol, atol } = c.tolerances?.values ?? c;
    c.inputs.steps.data.forEach((step, i) => {
      const expected = c.expected.values.data[i]!;
      expect(Math.abs(schedule(step) - expected)).toBeLessThanOrEqual(atol + rtol * Math.abs(expected));
    });
  });
});

describe('by hand', () => {
  test('exponential decay multiplies by the rate at every step: 0.2, 0.198, 0.19602', () => {
    const schedule = exponentialDecay({ initialLearningRate: 0.2, decaySteps: 1, decayRate: 0.99 });
    // 0.2 * 0.99 = 0.198; 0.198 * 0.99 = 0.19602
    expect([0, 1, 2].map(schedule)).toEqual([0.2, 0.198, 0.2 * (0.99 * 0.99)]);
    expect(schedule(2)).toBeCloseTo(0.19602, 15);
  });

  test('a staircase changes at whole multiples only', () => {
    const exponential = exponentialDecay({ initialLearningRate: 1, decaySteps: 3, decayRate: 0.5, staircase: true });
    expect([0, 1, 2, 3, 5, 6].map(exponential)).toEqual([1, 1, 1, 0.5, 0.5, 0.25]);
    const inverse = inverseTimeDecay({ initialLearningRate: 1, decaySteps: 3, decayRate: 1, staircase: true });
    // 1 / (1 + 0), 1 / (1 + 1), 1 / (1 + 3)
    expect([0, 2, 3, 5, 9].map(inverse)).toEqual([1, 1, 0.5, 0.5, 0.25]);
  });

  test('a boundary belongs to the value before it', () => {
    const schedule = piecewiseConstantDecay({ boundaries: [10, 20], values: [1, 0.5, 0.1] });
    expect([0, 10, 11, 20, 21, 1e9].map(schedule)).toEqual([1, 1, 0.5, 0.5, 0.1, 0.1]);
    expect(piecewiseConstantDecay({ boundaries: [], values: [3] })(7)).toBe(3);
  });

  test('polynomial decay of power 2, and its cycles of growing length', () => {
    const options = { initialLearningRate: 1, endLearningRate: 0, decaySteps: 4, power: 2 };
    // (1 - 1/4)^2, (1 - 2/4)^2; at the end 0
    expect([0, 1, 2, 4, 100].map(polynomialDecay(options))).toEqual([1, 0.5625, 0.25, 0, 0]);
    // step 5 is in the second cycle, of 8 steps: (1 - 5/8)^2
    expect(polynomialDecay({ ...options, cycle: true })(5)).toBe(0.140625);
  });

  test('the inverse power of two is a square root, the same in every engine', () => {
    const options = { initialLearningRate: 1, endLearningRate: 0, decaySteps: 4, power: 0.5 };
    expect(polynomialDecay(options)(2)).toBe(Math.SQRT1_2);
  });

  test('cosine decay: top, half way, bottom; with a warm-up before', () => {
    const schedule = cosineDecay({
      initialLearningRate: 0,
      decaySteps: 4,
      alpha: 0.5,
      warmupTarget: 2,
      warmupSteps: 2,
    });
    // rises 0, 1; then 2 * ((1 - 0.5) * (1 + cos(pi p)) / 2 + 0.5) at p = 0, 1/2, 1
    [0, 1, 2, 1.5, 1, 1].forEach((expected, i) => expect(schedule([0, 1, 2, 4, 6, 99][i]!)).toBeCloseTo(expected, 15));
  });

  test('a restart falls on its step exactly, also after many periods', () => {
    const doubling = cosineDecayRestarts({ initialLearningRate: 1, firstDecaySteps: 8 });
    // periods of 8, 16, 32, ... begin at 8 (2^i - 1)
    for (let i = 0; i < 30; i++) expect(doubling(8 * (2 ** i - 1))).toBe(1);
    expect(doubling(8 + 8)).toBeCloseTo(0.5, 15);
    const tripled = cosineDecayRestarts({ initialLearningRate: 1, firstDecaySteps: 5, tMul: 3, mMul: 0.5 });
    for (let i = 0; i < 20; i++) expect(tripled((5 * (3 ** i - 1)) / 2)).toBe(0.5 ** i);
    const equal = cosineDecayRestarts({ initialLearningRate: 1, firstDecaySteps: 8, tMul: 1, mMul: 0.5 });
    expect([0, 8, 16].map(equal)).toEqual([1, 0.5, 0.25]);
  });

  test('periods that shrink come to an end, after which there is no learning rate', () => {
    const schedule = cosineDecayRestarts({ initialLearningRate: 1, firstDecaySteps: 8, tMul: 0.5 });
    expect([0, 8, 12].map(schedule)).toEqual([1, 1, 1]);
    expect(schedule(16)).toBeNaN();
  });

  test('linear, constant and a warm-up into another schedule', () => {
    expect([0, 5, 10, 11].map(linear({ initialLearningRate: 1, endLearningRate: 0, steps: 10 }))).toEqual([
      1, 0.5, 0, 0,
    ]);
    expect(constant({ learningRate: 0.3 })(12345)).toBe(0.3);
    const falling = exponentialDecay({ initialLearningRate: 0.5, decaySteps: 1, decayRate: 0.5 });
    const schedule = linearWarmup({ warmupSteps: 2, after: falling });
    expect([0, 1, 2, 3].map(schedule)).toEqual([0, 0.25, 0.5, 0.25]);
    expect(linearWarmup({ warmupSteps: 10, after: 0.1 })(5)).toBe(0.05);
  });

  test('joined schedules begin at their own step 0, a boundary belongs to the next', () => {
    const schedule = joinSchedules({
      schedules: [linear({ initialLearningRate: 0, endLearningRate: 4, steps: 4 }), 7, (step) => step],
      boundaries: [4, 6],
    });
    expect([0, 3, 4, 5, 6, 7].map(schedule)).toEqual([0, 3, 7, 7, 0, 1]);
  });
});

// torch.optim.lr_scheduler.OneCycleLR(SGD(lr=1), max_lr=1, total_steps=11, **options), steps 0 to 10
test.each([
  [
    {},
    // prettier-ignore
    [0.040000000000000036, 0.4223411137347358, 0.9602614247226174, 0.9797465678213015, 0.8844757247686303, 0.7260870492975283, 0.5305827080875998, 0.3300580289872949, 0.15743251279950787, 0.041045543206290856, 4e-06],
  ],
  [
    { annealStrategy: 'linear', pctStart: 0.5, divFactor: 10, finalDivFactor: 100 },
    // prettier-ignore
    [0.1, 0.3, 0.5, 0.7, 0.8999999999999999, 0.9091818181818182, 0.7275454545454545, 0.5459090909090909, 0.3642727272727273, 0.1826363636363636, 0.0010000000000000009],
  ],
  [
    { threePhase: true, pctStart: 0.4 },
    // prettier-ignore
    [0.040000000000000036, 0.2307353745379569, 0.6513582352345996, 0.9675866701140907, 0.928104225150215, 0.5642888125423853, 0.16527571973408386, 0.0396157440375038, 0.027654903280437078, 0.008891706480074, 4e-06],
  ],
] as const)('one cycle %j is that of PyTorch', (options, expected) => {
  const schedule = oneCycle({ maxLearningRate: 1, totalSteps: 11, ...options });
  expected.forEach((value, step) => expect(schedule(step)).toBeCloseTo(value, 12));
  expect(schedule(1000)).toBe(schedule(10));
});

test('every schedule says what it is, and can be made again from it', () => {
  const all: Schedule[] = [
    constant({ learningRate: 0.1 }),
    cosineDecay({ initialLearningRate: 0.1, decaySteps: 10, warmupTarget: 1, warmupSteps: 2 }),
    cosineDecayRestarts({ initialLearningRate: 0.1, firstDecaySteps: 10, mMul: 0.5 }),
    exponentialDecay({ initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.5 }),
    inverseTimeDecay({ initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.5 }),
    joinSchedules({ schedules: [1, 2], boundaries: [5] }),
    linear({ initialLearningRate: 0.1, endLearningRate: 0, steps: 10 }),
    linearWarmup({ warmupSteps: 3, after: 2 }),
    oneCycle({ maxLearningRate: 1, totalSteps: 10 }),
    piecewiseConstantDecay({ boundaries: [5], values: [1, 2] }),
    polynomialDecay({ initialLearningRate: 0.1, decaySteps: 10 }),
  ];
  expect(all.map(({ className }) => camelCase(className))).toEqual(Object.keys(schedules));
  for (const schedule of all) {
    const again = (schedules[camelCase(schedule.className) as keyof typeof schedules] as (o: object) => Schedule)(
      schedule.config,
    );
    for (const step of [0, 1, 3, 7, 20]) expect(again(step)).toBe(schedule(step));
    expect(again.config).toEqual(schedule.config);
  }
});

test('bad options are told', () => {
  const good = { initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.5 };
  expect(() => exponentialDecay({ ...good, decaySteps: 0 })).toThrow(
    'exponentialDecay: expected decaySteps to be a number > 0, received 0.',
  );
  expect(() => inverseTimeDecay({ ...good, decayRate: NaN })).toThrow(
    'inverseTimeDecay: expected decayRate to be a number, received NaN.',
  );
  expect(() => piecewiseConstantDecay({ boundaries: [1, 2], values: [1, 2] })).toThrow(
    'piecewiseConstantDecay: expected boundaries to be 1 numbers, one less than values, received 2. ' +
      'Pass the steps at which one of the values follows another.',
  );
  expect(() => piecewiseConstantDecay({ boundaries: [3, 2], values: [1, 2, 3] })).toThrow(
    'piecewiseConstantDecay: expected boundaries to be finite numbers in rising order, received [3, 2]. Sort them.',
  );
  expect(() => piecewiseConstantDecay({ boundaries: [], values: [] })).toThrow(
    'piecewiseConstantDecay: expected values to be an array of learning rates, received []. ' +
      'Pass one more than there are boundaries.',
  );
  expect(() => joinSchedules({ schedules: [], boundaries: [] })).toThrow(
    'joinSchedules: expected schedules to be an array of schedules, received []. Pass one more than there are boundaries.',
  );
  expect(() => oneCycle({ maxLearningRate: 1, totalSteps: 10, pctStart: 2 })).toThrow(
    'oneCycle: expected pctStart to be a number >= 0 and <= 1, received 2.',
  );
  // @ts-expect-error: a slip of the pen in an option's name
  expect(() => cosineDecay({ initialLearningRate: 0.1, decaysteps: 3 })).toThrow(
    'cosineDecay: expected decaySteps to be a number > 0, received undefined.',
  );
  // @ts-expect-error: neither a number nor a function
  expect(() => linearWarmup({ warmupSteps: 3, after: '0.1' })).toThrow(
    "linearWarmup: expected after to be a number, received '0.1'. Pass a learning rate or a schedule.",
  );
  // @ts-expect-error: there is no such strategy
  expect(() => oneCycle({ maxLearningRate: 1, totalSteps: 10, annealStrategy: 'cosine' })).toThrow(
    "oneCycle: expected annealStrategy to be one of 'cos', 'linear', received 'cosine'.",
  );
});
