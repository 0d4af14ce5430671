import {
  adadelta,
  adafactor,
  adagrad,
  adam,
  adamax,
  adamW,
  ftrl,
  lamb,
  lion,
  muon,
  nadam,
  type Optimizer,
  type OptimizerState,
  optimizer,
  optimizers,
  rmsprop,
  scaleByLearningRate,
  type Schedule,
  scheduleFreeAdamW,
  setSlots,
  sgd,
  slots,
} from '@sixstep/optimizers';
import { describe, expect, test } from '@jest/globals';
import {
  clone,
  env,
  memory,
  randomNormal,
  setBackend,
  type Tensor,
  tensor,
  tidy,
  variable,
  type Variable,
} from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';

env().set('IS_TEST', true); // without the cpu backend's advertisement

interface Law {
  make: (options?: object) => Optimizer;
  /** Learning rate and steps that bring |w|^2 / 2 from 14 down to below 1e-3. */
  parabola: [learningRate: number | Schedule, steps: number];
  /** Learning rate and steps that bring Rosenbrock's function from 24.2 down to below 0.1. */
  rosenbrock: [learningRate: number | Schedule, steps: number];
}

/** Down to nothing along a straight line. */
const falling =
  (learningRate: number, steps: number): Schedule =>
  (step) =>
    learningRate * (1 - step / steps);

const laws: Record<string, Law> = {
  sgd: { make: sgd, parabola: [0.1, 100], rosenbrock: [0.002, 1500] },
  'sgd with momentum': {
    make: (o) => sgd({ momentum: 0.9, ...o }),
    parabola: [0.05, 150],
    rosenbrock: [0.001, 500],
  },
  'sgd with nesterov': {
    make: (o) => sgd({ momentum: 0.9, nesterov: true, ...o }),
    parabola: [0.05, 150],
    rosenbrock: [0.001, 500],
  },
  'sgd with dampening': {
    make: (o) => sgd({ momentum: 0.9, dampening: 0.9, ...o }),
    parabola: [0.3, 150],
    rosenbrock: [0.006, 800],
  },
  rmsprop: { make: rmsprop, parabola: [0.02, 300], rosenbrock: [0.005, 1500] },
  'rmsprop, centered, with momentum': {
    make: (o) => rmsprop({ momentum: 0.5, centered: true, epsilon: 1e-3, ...o }),
    parabola: [0.02, 300],
    rosenbrock: [0.002, 800],
  },
  adagrad: { make: adagrad, parabola: [1, 200], rosenbrock: [1, 1500] },
  adadelta: {
    make: (o) => adadelta({ rho: 0.9, epsilon: 1e-5, ...o }),
    parabola: [falling(3, 600), 600],
    rosenbrock: [falling(1, 3000), 3000],
  },
  adam: { make: adam, parabola: [0.1, 300], rosenbrock: [0.05, 1000] },
  'adam with amsgrad': { make: (o) => adam({ amsgrad: true, ...o }), parabola: [0.1, 300], rosenbrock: [0.1, 800] },
  adamW: {
    make: (o) => adamW({ weightDecay: 1e-4, ...o }),
    parabola: [0.1, 300],
    rosenbrock: [0.05, 1000],
  },
  nadam: { make: nadam, parabola: [0.1, 300], rosenbrock: [0.05, 1000] },
  adamax: { make: adamax, parabola: [0.1, 300], rosenbrock: [0.1, 1500] },
  ftrl: { make: ftrl, parabola: [1, 300], rosenbrock: [0.5, 1500] },
  lion: { make: lion, parabola: [falling(0.05, 300), 300], rosenbrock: [0.002, 2000] },
  lamb: { make: lamb, parabola: [0.03, 300], rosenbrock: [falling(0.05, 1500), 1500] },
  adafactor: { make: adafactor, parabola: [0.1, 400], rosenbrock: [0.05, 2000] },
  muon: { make: muon, parabola: [0.1, 300], rosenbrock: [0.05, 1000] },
  scheduleFreeAdamW: { make: scheduleFreeAdamW, parabola: [1, 300], rosenbrock: [0.2, 1000] },
  "an optimizer of one's own": {
    make: (o) => optimizer({ transform: scaleByLearningRate(), ...o }),
    parabola: [0.1, 100],
    rosenbrock: [0.002, 1500],
  },
};
const table = Object.entries(laws);

/** Minimizes by gradients that are computed in float64. */
function minimize(
  optimizer: Optimizer,
  start: number[],
  gradient: (w: Float32Array) => number[],
  steps: number,
): number[] {
  const w = tidy(() => variable(tensor(start)));
  for (let i = 0; i < steps; i++) {
    const g = tensor(gradient(w.dataSync() as Float32Array), w.shape);
    optimizer.apply({ w: g }, { w });
    g.dispose();
  }
  const result = [...w.dataSync()];
  w.dispose();
  optimizer.dispose();
  return result;
}

const shapes: Record<string, number[]> = {
  'dense/kernel': [3, 4],
  'dense/bias': [4],
  conv: [2, 2, 3, 2],
  one: [1, 1],
  scalar: [],
};

function makeVariables(seed = 1): Record<string, Variable> {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape], i) => [
      name,
      tidy(() => variable(randomNormal(shape, 0, 1, 'float32', seed + i))),
    ]),
  );
}

function makeGradients(step: number): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape], i) => [name, randomNormal(shape, 0, 1, 'float32', 100 * step + i + 7)]),
  );
}

function steps(optimizer: Optimizer, variables: Record<string, Variable>, from: number, to: number): void {
  for (let step = from; step < to; step++) {
    const gradients = makeGradients(step);
    optimizer.apply(gradients, variables);
    for (const g of Object.values(gradients)) g.dispose();
  }
}

const values = (tensors: Record<string, Tensor>): number[][] => Object.values(tensors).map((t) => [...t.dataSync()]);
const free = (tensors: Record<string, Tensor>): void => Object.values(tensors).forEach((t) => t.dispose());
const read = (state: OptimizerState): unknown =>
  JSON.parse(JSON.stringify(state, (_, value: unknown) => (isTensor(value) ? [...value.dataSync()] : value)));
const isTensor = (value: unknown): value is Tensor => typeof (value as Tensor | null)?.dataSync === 'function';

test('the table holds every optimizer', () => {
  const made = new Set(table.map(([, { make }]) => make().className));
  expect([...made].sort()).toEqual(
    ['Optimizer', ...new Set(Object.values(optimizers).map((factory) => factory().className))].sort(),
  );
});

describe.each(table)('%s', (_, { make, parabola, rosenbrock }) => {
  test('goes down a parabola', () => {
    const [learningRate, count] = parabola;
    const [x, y, z] = minimize(make({ learningRate }), [1, -2, 3], (w) => [...w], count) as [number, number, number];
    expect((x * x + y * y + z * z) / 2).toBeLessThan(1e-3);
  });

  test("finds the way through Rosenbrock's valley", () => {
    const [learningRate, count] = rosenbrock;
    const gradient = ([x, y]: Float32Array): number[] => [
      -2 * (1 - x!) - 400 * x! * (y! - x! * x!),
      200 * (y! - x! * x!),
    ];
    const [x, y] = minimize(make({ learningRate }), [-1.2, 1], gradient, count) as [number, number];
    expect((1 - x) ** 2 + 100 * (y - x * x) ** 2).toBeLessThan(0.1);
  });

  test('keeps shape and dtype, changes no gradient, leaks no tensor', () => {
    const before = memory().numTensors;
    const optimizer = make();
    const variables = makeVariables();
    const start = values(variables);
    const gradients = makeGradients(0);
    const original = values(gradients);
    optimizer.apply(gradients, variables);
    const built = memory().numTensors;
    optimizer.apply(gradients, variables);
    expect(memory().numTensors).toBe(built);
    expect(values(gradients)).toEqual(original);
    for (const [name, v] of Object.entries(variables)) {
      expect(v.shape).toEqual(shapes[name]);
      expect(v.dtype).toBe('float32');
    }
    expect(values(variables)).not.toEqual(start);
    expect(values(variables).flat().every(Number.isFinite)).toBe(true);
    optimizer.dispose();
    free(variables);
    free(gradients);
    expect(memory().numTensors).toBe(before);
  });

  test('survives an outer tidy', () => {
    const optimizer = make({ learningRate: 0.01 });
    const variables = makeVariables();
    const [other, apart] = [make({ learningRate: 0.01 }), makeVariables()];
    for (let i = 0; i < 3; i++) tidy(() => steps(optimizer, variables, i, i + 1));
    steps(other, apart, 0, 3);
    expect(values(variables)).toEqual(values(apart));
    for (const each of [optimizer, other]) each.dispose();
    free({ ...variables });
    free(apart);
  });

  test.each([{}, { useEma: true, emaMomentum: 0.7, gradientAccumulationSteps: 2, clipnorm: 1, weightDecay: 0.01 }])(
    'goes on to the bit from a state that was saved, %j',
    (options) => {
      const before = memory().numTensors;
      const first = make({ learningRate: 0.01, ...options });
      const variables = makeVariables();
      steps(first, variables, 0, 3);
      const saved = copy(first.state);
      const weights = Object.fromEntries(
        Object.entries(variables).map(([name, v]) => [name, tensor(v.dataSync().slice(), v.shape)]),
      );
      steps(first, variables, 3, 6);
      const expected = [values(variables), read(first.state)];

      // Once more by the optimizer itself, by a fresh one, and by one that was built before.
      const built = make({ learningRate: 0.5, ...options });
      built.build(variables);
      for (const second of [first, make({ learningRate: 0.5, ...options }), built]) {
        Object.entries(variables).forEach(([name, v]) => v.assign(weights[name]!));
        second.state = saved;
        steps(second, variables, 3, 6);
        expect([values(variables), read(second.state)]).toEqual(expected);
        expect(second.iterations).toBe(6);
      }
      // And through the list in Keras' order.
      const third = make({ learningRate: 0.5, ...options });
      third.build(variables);
      Object.entries(variables).forEach(([name, v]) => v.assign(weights[name]!));
      first.state = saved;
      setSlots(
        third,
        slots(first).map(({ value }) => value),
      );
      steps(third, variables, 3, 6);
      expect([values(variables), read(third.state)]).toEqual(expected);

      for (const each of [first, built, third]) each.dispose();
      // The fresh one has the last state.
      expect(memory().numTensors).toBeGreaterThan(before);
      free(variables);
      free(weights);
      disposeAll(saved);
    },
  );

  test('a throw leaves everything as it was', () => {
    const optimizer = make();
    const variables = makeVariables();
    steps(optimizer, variables, 0, 2);
    const expected = [values(variables), read(optimizer.state)];
    const before = memory().numTensors;
    const gradients = makeGradients(2);
    const alien = { ...gradients, other: gradients['one']! };
    const misshaped = { ...gradients, scalar: gradients['one']! };
    expect(() => optimizer.apply(alien, variables)).toThrow(
      'expected the variable other to fit the shape [1, 1], received none.',
    );
    expect(() => optimizer.apply(misshaped, variables)).toThrow(
      'expected the variable scalar to fit the shape [1, 1], received [].',
    );
    optimizer.learningRate = () => NaN;
    expect(() => optimizer.apply(gradients, variables)).toThrow(
      'to be a number, received NaN. Mend the schedule given as learningRate.',
    );
    optimizer.learningRate = optimizer.config['learningRate'] as number;
    free(gradients);
    expect(memory().numTensors).toBe(before);
    expect(values(variables)).toEqual(expected[0]);
    optimizer.dispose();
    free(variables);
  });

  test('a variable without a gradient stays as it is', () => {
    const optimizer = make({ weightDecay: 0.1 });
    const variables = makeVariables();
    const [before] = values({ v: variables['dense/kernel']! });
    const { conv } = makeGradients(0);
    optimizer.apply({ conv: conv! }, variables);
    expect(values({ v: variables['dense/kernel']! })).toEqual([before]);
    optimizer.apply({}, variables);
    expect(optimizer.iterations).toBe(1);
    optimizer.dispose();
    free(variables);
  });

  test('a new variable may join later', () => {
    const optimizer = make({ learningRate: 0.01 });
    const { conv, ...others } = makeVariables();
    const first = makeGradients(0);
    const { conv: g, ...rest } = first;
    optimizer.apply(rest, others);
    optimizer.apply({ ...rest, conv: g! }, { ...others, conv: conv! });
    expect(values({ conv: conv! }).flat().every(Number.isFinite)).toBe(true);
    expect(values({ conv: conv! })).not.toEqual(values({ conv: makeVariables()['conv']! }));
    optimizer.dispose();
    free({ ...others, conv: conv!, ...first });
  });

  test('the cpu backend agrees', async () => {
    const run = (): number[][] => {
      const optimizer = make({ learningRate: 0.01, weightDecay: 0.01, clipvalue: 0.5 });
      const variables = makeVariables();
      steps(optimizer, variables, 0, 5);
      const result = values(variables);
      optimizer.dispose();
      free(variables);
      return result;
    };
    const expected = run().flat();
    await setBackend('cpu');
    try {
      run()
        .flat()
        .forEach((value, i) =>
          expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(1e-6 + 1e-5 * Math.abs(expected[i]!)),
        );
    } finally {
      await setBackend('wasm');
    }
  });

  test('can be made again from what it says of itself', () => {
    const optimizer = make({ weightDecay: 0.02, excludeFromWeightDecay: ['bias'] });
    const again = make(optimizer.config);
    expect(again.config).toEqual(optimizer.config);
    expect(again.className).toBe(optimizer.className);
  });
});

function copy(state: OptimizerState): OptimizerState {
  if (typeof state === 'number') return state;
  if (isTensor(state)) return tensor(state.dataSync().slice(), state.shape);
  if (Array.isArray(state)) return (state as OptimizerState[]).map(copy);
  return Object.fromEntries(Object.entries(state).map(([key, part]) => [key, copy(part as OptimizerState)]));
}

function disposeAll(state: OptimizerState): void {
  if (isTensor(state)) state.dispose();
  else if (typeof state === 'object') Object.values(state).forEach((part) => disposeAll(part as OptimizerState));
}

test('a clone of a slot stays what it was', () => {
  const optimizer = adam();
  const variables = makeVariables();
  steps(optimizer, variables, 0, 1);
  const tensors = slots(optimizer).flatMap(({ value }) => (typeof value === 'number' ? [] : [value]));
  const clones = tensors.map((t) => clone(t));
  const before = clones.map((t) => [...t.dataSync()]);
  steps(optimizer, variables, 1, 3);
  expect(clones.map((t) => [...t.dataSync()])).toEqual(before);
  clones.forEach((t) => t.dispose());
  optimizer.dispose();
  free(variables);
});
