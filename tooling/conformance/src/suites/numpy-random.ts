import { loadIris, RandomState } from '@sixstep/datasets';
import { camelCase } from '@sixstep/formats';
import { caseDifference } from '../compare.js';
import type { Case } from '../fixture.js';
import { lastWord, type Suite } from '../suite.js';

type Values = { readonly data: ArrayLike<number> } | number;

interface Arguments {
  readonly seed: number;
  readonly n?: number;
  readonly calls?: number;
  readonly size?: number | readonly number[];
  readonly low?: number;
  readonly high?: number;
  readonly loc?: number;
  readonly scale?: number;
  readonly data?: string;
  readonly order?: readonly string[];
}

const plain = (values: Values): number[] => (typeof values === 'number' ? [values] : Array.from(values.data));
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** The stream of NumPy's legacy generator after `seed`. */
export const numpyRandomSuite: Suite = async (test) => {
  const config = test.config as unknown as Arguments;
  const random = new RandomState(config.seed);
  return caseDifference(test, (calls[lastWord(test.target)] ?? unknown)(random, config, test));
};

type Call = (random: RandomState, config: Arguments, test: Case) => Record<string, unknown>;

const unknown: Call = (_random, _config, { target }) => {
  throw new Error(`cannot call ${target}`);
};

const sizes = (size: number | readonly number[]): readonly number[] => (typeof size === 'number' ? [size] : size);

const calls: Readonly<Record<string, Call>> = {
  seed: (random, { order = [] }, { expected }) => mixed(random, order, expected),
  rand: (random, { size = 1 }) => ({ values: plain(random.rand(...sizes(size))) }),
  randn: (random, { size = 1 }) => ({ values: plain(random.randn(...sizes(size))) }),
  [`random_sample`]: (random, { size = 1 }) => ({ values: plain(random.randomSample(size)) }),
  [`standard_normal`]: (random, { size = 1 }) => ({ values: plain(random.standardNormal(size)) }),
  uniform: (random, { low = 0, high = 1, size = 1 }) => ({ values: plain(random.uniform(low, high, size)) }),
  normal: (random, { loc = 0, scale = 1, size = 1 }) => ({ values: plain(random.normal(loc, scale, size)) }),
  randint: (random, { low = 0, high, size = 1 }) => ({ values: plain(random.randint(low, high, size)) }),
  permutation: (random, { n = 0, calls: times = 1 }) => {
    const orders = range(times).map(() => Array.from(random.permutation(n)));
    return { orders, order: orders[0] };
  },
  shuffle: (random, { n = 0, data, calls: times = 1 }) => {
    const orders = range(times).map(() => {
      const order = range(n);
      random.shuffle(order);
      return order;
    });
    const [order = []] = orders;
    return { order, orders, ...(data === 'iris' ? iris(order) : {}) };
  },
};

function iris(order: readonly number[]): Record<string, unknown> {
  const { x, y } = loadIris();
  const width = x.shape[1]!;
  // Four lengths in centimetres with one decimal: the fixture has them in float64.
  const row = (i: number): number[] =>
    Array.from(x.data.slice(i * width, (i + 1) * width), (value) => Math.round(value * 10) / 10);
  const labels = order.map((i) => y.data[i]!);
  return { x_first: order.slice(0, 5).map(row), y_first: labels.slice(0, 5), y: labels };
}

/** Calls of several kinds after one another, as many values of each as are expected. */
function mixed(random: RandomState, order: readonly string[], expected: Case['expected']): Record<string, unknown> {
  const got: Record<string, unknown> = {};
  for (const name of order) {
    const size = (expected[name] as readonly number[]).length;
    const method = camelCase(name.replace(/_again.*$/, ''));
    if (method === 'randint') got[name] = plain(random.randint(0, 10, size));
    else if (method === 'permutation') got[name] = Array.from(random.permutation(size));
    else if (method === 'rand') got[name] = plain(random.rand(size));
    else if (method === 'randn') got[name] = plain(random.randn(size));
    else throw new Error(`cannot call ${name} in a mixed sequence`);
  }
  return got;
}
