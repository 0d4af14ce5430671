import {
  addDecayedWeights,
  chain,
  clipByGlobalNorm,
  clipByNorm,
  clipByRms,
  clipByValue,
  type Context,
  mapState,
  mapTensors,
  optimizer,
  orthogonalize,
  partition,
  scale,
  scaleByLearningRate,
  scaleByParamRms,
  scaleByTrustRatio,
  scheduleFree,
  stateless,
  type Tensors,
  trace,
  type Transform,
} from '@sixstep/optimizers';
import { describe, expect, test } from '@jest/globals';
import { add, matMul, memory, ones, tensor, tidy, variable } from '@tensorflow/tfjs-core';

const context: Context = { params: { a: tensor([3, 4]), b: tensor([0]) }, step: 0, learningRate: 0.5 };

function update(
  transform: Transform,
  updates: Record<string, number[]>,
  at: Partial<Context> = {},
): Record<string, number[]> {
  return tidy(() => {
    const tensors = mapNumbers(updates);
    const result = transform.update(tensors, transform.init(tensors), { ...context, ...at }).updates;
    return Object.fromEntries(Object.entries(result).map(([name, t]) => [name, [...t.dataSync()]])) as never;
  });
}

const mapNumbers = (numbers: Record<string, number[]>): Tensors =>
  Object.fromEntries(Object.entries(numbers).map(([name, data]) => [name, tensor(data)]));

describe('transforms without state', () => {
  test.each<[string, Transform, Record<string, number[]>, Record<string, number[]>]>([
    ['scale', scale(3), { a: [1, -2] }, { a: [3, -6] }],
    ['scaleByLearningRate', scaleByLearningRate(), { a: [1, -2] }, { a: [-0.5, 1] }],
    ['scaleByLearningRate, adapted', scaleByLearningRate((r) => -2 * r), { a: [1] }, { a: [1] }],
    ['clipByValue', clipByValue(1), { a: [3, -0.5, -4] }, { a: [1, -0.5, -1] }],
    // |(3, 4)| = 5 is brought down to 1; |(0.3, 0.4)| stays
    ['clipByNorm', clipByNorm(1), { a: [3, 4], b: [0.25] }, { a: [0.6, 0.8], b: [0.25] }],
    // sqrt(9 + 16 + 144) = 13
    ['clipByGlobalNorm', clipByGlobalNorm(6.5), { a: [3, 4], b: [12] }, { a: [1.5, 2], b: [6] }],
    ['clipByGlobalNorm of zeros', clipByGlobalNorm(1), { a: [0, 0] }, { a: [0, 0] }],
    ['clipByGlobalNorm of infinity', clipByGlobalNorm(1), { a: [Infinity], b: [1] }, { a: [NaN], b: [NaN] }],
    // rms = 4
    ['clipByRms', clipByRms(2), { a: [4, -4], b: [1] }, { a: [2, -2], b: [1] }],
    // |a| = 5, |u| = 10; the norm of b is 0
    ['scaleByTrustRatio', scaleByTrustRatio(), { a: [6, 8], b: [7] }, { a: [3, 4], b: [7] }],
    // rms(a) = sqrt(12.5), rms(b) = 0
    [
      'scaleByParamRms',
      scaleByParamRms(0.5),
      { a: [1, 2], b: [7] },
      { a: [Math.fround(Math.sqrt(12.5)), Math.fround(2 * Math.sqrt(12.5))], b: [3.5] },
    ],
    ['addDecayedWeights', addDecayedWeights(0.5), { a: [1, 2], b: [7] }, { a: [2.5, 4], b: [7] }],
    ['addDecayedWeights, excluded', addDecayedWeights(0.5, ['a']), { a: [1, 2] }, { a: [1, 2] }],
    ['chain', chain(scale(2), scale(5), clipByValue(30)), { a: [1, 4] }, { a: [10, 30] }],
    ['chain of nothing', chain(), { a: [1, 4] }, { a: [1, 4] }],
    [
      'partition',
      partition({ left: scale(2), right: scale(-1) }, (name) => (name === 'a' ? 'left' : 'right')),
      { a: [1], b: [1] },
      { a: [2], b: [-1] },
    ],
  ])('%s', (_, transform, before, after) => {
    const got = update(transform, before);
    expect(Object.keys(got)).toEqual(Object.keys(after));
    for (const [name, expected] of Object.entries(after)) {
      got[name]!.forEach((value, i) => {
        if (Number.isNaN(expected[i])) expect(value).toBeNaN();
        else expect(value).toBeCloseTo(expected[i]!, 6);
      });
    }
  });
});

test('orthogonalize gives rows, or columns, of about unit length at right angles', () => {
  for (const shape of [
    [3, 5],
    [5, 3],
    [4, 4],
  ] as const) {
    const size = shape[0] * shape[1];
    const u = tensor(
      Array.from({ length: size }, (_, i) => Math.sin(i * i + 1)),
      [...shape],
    );
    const x = orthogonalize().update({ u }, {}, context).updates['u']!;
    const tall = shape[0] > shape[1];
    const gram = [...matMul(x as never, x as never, tall, !tall).dataSync()];
    const side = Math.min(...shape);
    gram.forEach((value, i) => {
      if (i % (side + 1) === 0) expect(Math.abs(value - 0.9)).toBeLessThan(0.5);
      else expect(Math.abs(value)).toBeLessThan(0.35);
    });
  }
});

test('the published schedule-free method: x is the plain average of all z', () => {
  // With beta1 = 0.5 and updates -1, -2 from y = z = 4: z = 3, 1; x = 3, (3 + 1) / 2 = 2; y = 3, (1 + 2) / 2 = 1.5
  const transform = optimizer({
    transform: chain(scaleByLearningRate(), scheduleFree({ beta1: 0.5 })),
    learningRate: 1,
  });
  const w = tidy(() => variable(tensor(4)));
  const got = [1, 2].map((g) => {
    const gradient = tensor(g);
    transform.apply({ w: gradient }, { w });
    gradient.dispose();
    return w.dataSync()[0]!;
  });
  expect(got).toEqual([3, 1.5]);
  transform.dispose();
  w.dispose();
});

describe("an optimizer of one's own", () => {
  /** Keeps the last gradients and the variables themselves in its state: tensors that are not its own. */
  const careless: Transform<{ last: Tensors; start: Tensors; count: number }> = {
    init: (params) => ({ last: params, start: params, count: 0 }),
    update: (updates, { count, start }) => ({ updates, state: { last: updates, start, count: count + 1 } }),
  };

  test('may keep tensors in its state that are not its own', () => {
    const before = memory().numTensors;
    const made = optimizer({ transform: careless, learningRate: 1, clipvalue: 5 });
    const w = tidy(() => variable(tensor([1, 2])));
    for (const g of [3, 4]) {
      const gradient = tensor([g, g]);
      made.apply({ w: gradient }, { w });
      gradient.dispose();
    }
    expect([...w.dataSync()]).toEqual([8, 9]);
    const state = mapState(made.state, (t) => [...t.dataSync()]);
    expect(state).toEqual({
      iterations: 2,
      learningRate: 1,
      transform: { last: { w: [4, 4] }, start: { w: [1, 2] }, count: 2 },
    });
    made.dispose();
    w.dispose();
    expect(memory().numTensors).toBe(before);
  });

  test('that throws leaves everything as it was, also after having computed something', () => {
    let fail = false;
    const failing = stateless((updates) => {
      const result = mapTensors((u) => add(u, 1), updates);
      if (fail) throw new Error('no');
      return result;
    });
    const made = optimizer({
      transform: chain(trace({ decay: 0.5 }), failing),
      useEma: true,
      gradientAccumulationSteps: 2,
    });
    const [w, g] = [tidy(() => variable(ones([2]))), ones([2])];
    for (let i = 0; i < 3; i++) made.apply({ w: g }, { w });
    const values = [...w.dataSync()];
    const state = mapState(made.state, (t) => [...t.dataSync()]);
    const tensors = memory().numTensors;
    fail = true;
    expect(() => made.apply({ w: g }, { w })).toThrow('no');
    expect([...w.dataSync()]).toEqual(values);
    expect(mapState(made.state, (t) => [...t.dataSync()])).toEqual(state);
    expect(memory().numTensors).toBe(tensors);
    made.dispose();
  });

  test('whose updates have another shape is told', () => {
    const wrong = stateless(() => ({ w: tensor([1, 2, 3]) }));
    const [w, g] = [tidy(() => variable(ones([2]))), ones([2])];
    expect(() => optimizer({ transform: wrong }).apply({ w: g }, { w })).toThrow(
      'optimizer: expected the update of w to fit the shape [2], received [3].',
    );
  });

  test('has a typed state', () => {
    const transform = chain(trace({ decay: 0.9 }), scaleByLearningRate());
    const state = transform.init({ w: ones([2]) });
    expect(state[0].momentum['w']!.shape).toEqual([2]);
    // @ts-expect-error: a trace has no velocity
    expect(state[0].velocity).toBeUndefined();
  });
});
