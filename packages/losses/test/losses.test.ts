import { describe, expect, test } from '@jest/globals';
import {
  binaryCrossentropy,
  categoricalCrossentropy,
  categoricalFocalCrossentropy,
  categoricalGeneralizedCrossEntropy,
  circle,
  cosineSimilarity,
  customLoss,
  dice,
  getLoss,
  type Loss,
  type LossName,
  losses,
  meanAbsoluteError,
  meanSquaredError,
  sparseCategoricalCrossentropy,
} from '@sixstep/losses';
import { rememberLogits } from '@sixstep/parts';
import {
  abs,
  getKernel,
  grad,
  mean,
  memory,
  profile,
  registerKernel,
  sigmoid,
  softmax,
  sub,
  sum,
  tensor,
  tensor1d,
  tensor2d,
  tidy,
  type Tensor,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

const values = (f: () => Tensor): number[] => Array.from(tidy(f).dataSync());
const value = (f: () => Tensor): number => values(f)[0]!;

function expectNear(got: readonly number[], expected: readonly number[], tolerance = 1e-6): void {
  expect(got).toHaveLength(expected.length);
  expected.forEach((each, i) => expect(Math.abs(got[i]! - each)).toBeLessThanOrEqual(tolerance * (1 + Math.abs(each))));
}

const short = ['mse', 'MSE', 'mae', 'MAE', 'mape', 'MAPE', 'msle', 'MSLE', 'kld', 'KLD', 'bce', 'BCE'];
const names = (Object.keys(losses) as LossName[]).filter((name) => !short.includes(name));

const probabilities = [0.6, 0.3, 0.1, 0.2, 0.7, 0.1, 0.05, 0.15, 0.8, 0.25, 0.35, 0.4];
const oneHot = [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0];
const labels = [0, 1, 2, 0];
const inputs: Partial<Record<LossName, [number[], number[]]>> = {
  meanAbsolutePercentageError: [probabilities.map((p) => p + 0.23), probabilities],
  meanSquaredLogarithmicError: [probabilities.map((p) => p + 0.23), probabilities],
  klDivergence: [probabilities.toReversed(), probabilities],
  poisson: [oneHot.map((y) => 3 * y), probabilities.map((p) => 4 * p)],
  sparseCategoricalCrossentropy: [labels, probabilities],
  categoricalGeneralizedCrossEntropy: [labels, probabilities],
  circle: [
    [0, 1, 0, 1],
    [0.6, 0.64, 0.48, 0.36, 0.48, 0.8, 0.28, 0.96, 0, 0.8, 0, 0.6],
  ],
};
const tensorsOf = (name: LossName): [Tensor, Tensor] => {
  const [yTrue, yPred] = inputs[name] ?? [oneHot, probabilities];
  return [yTrue.length === 4 ? tensor1d(yTrue, 'int32') : tensor2d(yTrue, [4, 3]), tensor2d(yPred, [4, 3])];
};
/** One loss for all samples together, not one for each. */
const whole = (name: LossName): boolean => name === 'dice' || name === 'tversky';

test('mean squared error by hand: errors 1 and -2, 0 and 3 give (1 + 4) / 2 and (0 + 9) / 2', () => {
  const yTrue = tensor2d([
    [1, 2],
    [3, 4],
  ]);
  const yPred = tensor2d([
    [2, 0],
    [3, 7],
  ]);
  expect(values(() => meanSquaredError({ reduction: 'none' })(yTrue, yPred))).toEqual([2.5, 4.5]);
  expect(value(() => meanSquaredError()(yTrue, yPred))).toBe(3.5);
  // d/dyPred = 2 (yPred - yTrue) / 4
  expect(values(() => grad((x: Tensor) => meanSquaredError()(yTrue, x))(yPred))).toEqual([0.5, -1, 0, 1.5]);
  // weights 1 and 3: (2.5 + 13.5) / 2 by elements, / 4 by weights
  const weights = tensor1d([1, 3]);
  expect(value(() => meanSquaredError()(yTrue, yPred, weights))).toBe(8);
  expect(value(() => meanSquaredError({ reduction: 'meanWithSampleWeight' })(yTrue, yPred, weights))).toBe(4);
});

test('cross-entropy by hand: -ln(0.6) is 0.511, -ln(0.8) is 0.223', () => {
  const p = tensor2d([
    [0.6, 0.4],
    [0.2, 0.8],
  ]);
  const apart = values(() =>
    categoricalCrossentropy({ reduction: 'none' })(
      tensor2d([
        [1, 0],
        [0, 1],
      ]),
      p,
    ),
  );
  expect(apart.map((each) => each.toFixed(3))).toEqual(['0.511', '0.223']);
  expectNear(
    values(() => sparseCategoricalCrossentropy({ reduction: 'none' })(tensor1d([0, 1]), p)),
    apart,
  );
});

describe.each(names)('%s', (name) => {
  const of = (options: object = {}): Loss => losses[name](options) as Loss;

  test('has the gradient that central differences give', () => {
    const [yTrue, yPred] = tensorsOf(name);
    const data = Array.from(yPred.dataSync());
    const options = name === 'circle' ? { gamma: 4 } : {};
    const got = values(() => grad((x: Tensor) => of(options)(yTrue, x))(yPred));
    data.forEach((_, i) => {
      const moved = (by: number): number => {
        const x = data.map((each, j) => (i === j ? each + by : each));
        return value(() => of(options)(yTrue, tensor2d(x, [4, 3])));
      };
      const h = 0.004;
      const expected = (moved(h) - moved(-h)) / (2 * h);
      expect(Math.abs(got[i]! - expected)).toBeLessThan(6e-3 * (1 + Math.abs(expected)));
    });
  });

  test('the reductions are the sum, the mean and the parts of one another', () => {
    const [yTrue, yPred] = tensorsOf(name);
    const parts = values(() => of({ reduction: 'none' })(yTrue, yPred));
    const total = parts.reduce((a, b) => a + b, 0);
    const counted = name === 'circle' ? parts.filter((each) => each > 0).length : parts.length;
    expect(parts).toHaveLength(whole(name) ? 1 : 4);
    expectNear([value(() => of({ reduction: 'sum' })(yTrue, yPred))], [total]);
    expectNear([value(() => of()(yTrue, yPred))], [total / counted]);
    expectNear([value(() => of({ reduction: 'mean' })(yTrue, yPred))], [total / counted]);
    expectNear(
      values(() => of({ reduction: null })(yTrue, yPred)),
      parts,
    );
  });

  test('weights weigh: 0 takes a sample out, 2 counts it twice', () => {
    if (whole(name)) return;
    const [yTrue, yPred] = tensorsOf(name);
    const parts = values(() => of({ reduction: 'none' })(yTrue, yPred));
    const weights = tensor1d([0, 2, 1, 0.5]);
    const weighted = parts.map((each, i) => each * [0, 2, 1, 0.5][i]!);
    expectNear(
      values(() => of({ reduction: 'none' })(yTrue, yPred, weights)),
      weighted,
    );
    const total = weighted.reduce((a, b) => a + b, 0);
    expectNear([value(() => of({ reduction: 'sum' })(yTrue, yPred, weights))], [total]);
    const gradient = values(() => grad((x: Tensor) => of({ reduction: 'sum' })(yTrue, x, weights))(yPred));
    if (name !== 'circle') expect(gradient.slice(0, 3).map(Math.abs)).toEqual([0, 0, 0]);
    if (name === 'circle') return; // its samples count or not by themselves
    expectNear([value(() => of()(yTrue, yPred, weights))], [total / 4]);
    expectNear([value(() => of({ reduction: 'meanWithSampleWeight' })(yTrue, yPred, weights))], [total / 3.5]);
  });

  test('changes no input and leaks no tensor', () => {
    const [yTrue, yPred] = tensorsOf(name);
    const [a, b] = [Array.from(yTrue.dataSync()), Array.from(yPred.dataSync())];
    const before = memory().numTensors;
    of()(yTrue, yPred).dispose();
    of({ reduction: 'none' })(yTrue, yPred).dispose();
    grad((x: Tensor) => of()(yTrue, x))(yPred).dispose();
    expect(memory().numTensors).toBe(before);
    expect([Array.from(yTrue.dataSync()), Array.from(yPred.dataSync())]).toEqual([a, b]);
  });

  test('is made again from what it says of itself', () => {
    const part = of();
    expect(part.config!['reduction']).toBe('sumOverBatchSize');
    expect([of(part.config).className, of(part.config).config]).toEqual([part.className, part.config]);
    expect(part.className!.toLowerCase()).toBe(name.toLowerCase());
    expect(getLoss(name, 'compile').config).toEqual(part.config);
  });
});

test.each([
  ...(['meanSquaredError', 'meanAbsoluteError', 'meanAbsolutePercentageError', 'meanSquaredLogarithmicError'] as const),
  ...(['huber', 'logCosh', 'klDivergence', 'dice', 'tversky', 'categoricalHinge'] as const),
])('%s of a perfect prediction is 0', (name) => {
  const y = tensor2d(oneHot, [4, 3]);
  expect(Math.abs(value(() => losses[name]()(y, y)))).toBeLessThan(1e-6);
});

test('other losses of a perfect prediction', () => {
  const y = tensor2d(oneHot, [4, 3]);
  const sparse = tensor1d(labels, 'int32');
  const logits = tensor2d(
    oneHot.map((each) => 1e4 * (2 * each - 1)),
    [4, 3],
  );
  expect(value(() => categoricalCrossentropy({ fromLogits: true })(y, logits))).toBe(0);
  expect(value(() => sparseCategoricalCrossentropy({ fromLogits: true })(sparse, logits))).toBe(0);
  expect(value(() => binaryCrossentropy({ fromLogits: true })(y, logits))).toBe(0);
  expect(value(() => categoricalGeneralizedCrossEntropy()(sparse, y))).toBe(0);
  expect(value(() => losses.hinge()(y, logits))).toBe(0);
  expect(value(() => losses.squaredHinge()(y, logits))).toBe(0);
  expect(value(() => cosineSimilarity()(y, y))).toBeCloseTo(-1, 6);
  // the least Poisson loss is at yPred = yTrue, where its slope is 0
  const [counts, same] = [tensor2d([[1, 2, 3]]), tensor2d([[1, 2, 3]])];
  expectNear(
    values(() => grad((x: Tensor) => losses.poisson()(same, x))(counts)),
    [0, 0, 0],
  );
});

test('logits of any size give exact losses and gradients', () => {
  const logits = tensor2d([[1e4, -1e4, 0]]);
  const wrong = tensor2d([[0, 1, 0]]);
  const fromLogits = { fromLogits: true };
  expect(value(() => categoricalCrossentropy(fromLogits)(wrong, logits))).toBe(2e4);
  expect(value(() => sparseCategoricalCrossentropy(fromLogits)(tensor1d([1]), logits))).toBe(2e4);
  expectNear([value(() => binaryCrossentropy(fromLogits)(wrong, logits))], [(2e4 + Math.LN2) / 3]);
  for (const loss of [
    categoricalCrossentropy(fromLogits),
    categoricalCrossentropy({ ...fromLogits, reduction: 'none' }),
  ]) {
    expect(values(() => grad((x: Tensor) => sum(loss(wrong, x)))(logits))).toEqual([1, -1, 0]);
  }
  expectNear(
    values(() => grad((x: Tensor) => binaryCrossentropy(fromLogits)(wrong, x))(logits)),
    [1 / 3, -1 / 3, 1 / 6],
  );
});

test('what comes straight from a softmax or a sigmoid is computed from the logits', () => {
  const logits = tensor2d([[400, 0, 0]]);
  const wrong = tensor2d([[0, 1, 0]]);
  const p = softmax(logits);
  const clipped = value(() => categoricalCrossentropy()(wrong, p));
  rememberLogits(p, 'softmax', logits);
  expect(clipped).toBeCloseTo(16.118, 3);
  expect(value(() => categoricalCrossentropy()(wrong, p))).toBe(400);
  expect(value(() => sparseCategoricalCrossentropy()(tensor1d([1]), p))).toBe(400);
  expect(value(() => categoricalFocalCrossentropy()(wrong, p))).toBeLessThan(5);
  const s = sigmoid(logits);
  rememberLogits(s, 'sigmoid', logits);
  expectNear([value(() => binaryCrossentropy()(wrong, s))], [(400 + Math.LN2 + Math.LN2) / 3]);
  logits.dispose(); // then only the probabilities are left
  expect(value(() => categoricalCrossentropy()(wrong, p))).toBeCloseTo(16.118, 3);
});

const kernels = [
  ['SixstepSparseSoftmaxCrossEntropy', sparseCategoricalCrossentropy, tensor1d([0, 2, 1, 2, 0], 'int32')],
  [
    'SixstepSoftmaxCrossEntropy',
    categoricalCrossentropy,
    tensor2d([1, 0, 0, 0, 0, 1, 0.2, 0.5, 0.3, 0, 2, 0, 0, 0, 0], [5, 3]),
  ],
] as const;

test.each(kernels)('%s gives what the composition gives', (kernelName, factory, yTrue) => {
  const logits = tensor2d([1, -2, 0.5, 1e4, -1e4, 0, 3, 3, 3, -80, 90, 2, 0, 1e-3, -1e-3], [5, 3]);
  const results = (): number[][] =>
    (['none', 'sumOverBatchSize'] as const).flatMap((reduction) => {
      const loss = factory({ fromLogits: true, reduction });
      return [values(() => loss(yTrue, logits)), values(() => grad((x: Tensor) => sum(loss(yTrue, x)))(logits))];
    });
  const kernel = getKernel(kernelName, 'wasm')!;
  const fused = results();
  unregisterKernel(kernelName, 'wasm');
  try {
    results().forEach((composed, i) => expectNear(fused[i]!, composed, 2e-7));
  } finally {
    registerKernel(kernel);
  }
});

test('a logit of -Infinity takes a class out, with the kernel and without', () => {
  const loss = sparseCategoricalCrossentropy({ fromLogits: true });
  const [label, logits] = [tensor1d([0], 'int32'), tensor2d([[1, -Infinity, 1]])];
  const results = (): number[] => [
    value(() => loss(label, logits)),
    ...values(() => grad((x: Tensor) => loss(label, x))(logits)),
  ];
  const kernel = getKernel('SixstepSparseSoftmaxCrossEntropy', 'wasm')!;
  expectNear(results(), [Math.LN2, -0.5, 0, 0.5]);
  unregisterKernel('SixstepSparseSoftmaxCrossEntropy', 'wasm');
  try {
    expectNear(results(), [Math.LN2, -0.5, 0, 0.5]);
  } finally {
    registerKernel(kernel);
  }
});

test('a loss over a single class', () => {
  const [label, p] = [tensor2d([[0], [0]], [2, 1], 'int32'), tensor2d([[1], [0.25]])];
  expectNear([value(() => categoricalGeneralizedCrossEntropy({ reduction: 'sum' })(label, p))], [1]); // (1 - 0.5) / 0.5
});

test('the usual step runs few operations', async () => {
  const logits = tensor2d([[1, 2, 3]]);
  const label = tensor1d([0], 'int32');
  const loss = sparseCategoricalCrossentropy({ fromLogits: true });
  const forward = await profile(() => loss(label, logits));
  const shown = forward.kernels.map(({ name }) => name).filter((name) => !name.includes('scope'));
  expect(shown).toEqual(['SixstepSparseSoftmaxCrossEntropy', 'Mean']);
});

test('classes along another axis', () => {
  const p = [0.6, 0.4, 0.3, 0.5, 0.1, 0.1]; // [1, 3, 2]
  const last = [0.6, 0.3, 0.1, 0.4, 0.5, 0.1]; // [1, 2, 3]
  const expected = [-Math.log(0.3), -Math.log(0.1)];
  const label = tensor2d([[1, 2]], [1, 2], 'int32');
  for (const [data, shape, axis] of [
    [p, [1, 3, 2], 1],
    [last, [1, 2, 3], -1],
  ] as const) {
    const loss = sparseCategoricalCrossentropy({ axis, reduction: 'none' });
    expectNear(
      values(() => loss(label, tensor([...data], [...shape]))),
      expected,
    );
  }
  const loss = categoricalCrossentropy({ axis: 1, reduction: 'none' });
  expectNear(
    values(() => loss(tensor([0, 0, 1, 0, 0, 1], [1, 3, 2]), tensor(p, [1, 3, 2]))),
    expected,
  );
});

test('an ignored class does not count, whatever is predicted for it', () => {
  const p = tensor2d([
    [0.5, 0.5],
    [NaN, 0],
    [0.25, 0.75],
  ]);
  const loss = sparseCategoricalCrossentropy({ ignoreClass: -1 });
  const label = tensor1d([0, -1, 1], 'int32');
  expectNear([value(() => loss(label, p))], [(Math.log(2) + Math.log(4 / 3)) / 2]);
  expect(values(() => grad((x: Tensor) => loss(label, x))(p)).slice(2, 4)).toEqual([0, 0]);
});

test("a user's function is a loss, with weights and the mean", () => {
  const own = (yTrue: Tensor, yPred: Tensor): Tensor => mean(abs(sub(yTrue, yPred)), -1);
  const [yTrue, yPred, weights] = [
    tensor2d([
      [1, 2],
      [3, 4],
    ]),
    tensor2d([
      [0, 0],
      [3, 3],
    ]),
    tensor1d([1, 2]),
  ];
  for (const given of [undefined, weights]) {
    const expected = value(() => meanAbsoluteError()(yTrue, yPred, given));
    expectNear([value(() => getLoss(own, 'compile')(yTrue, yPred, given))], [expected]);
  }
  expect(values(() => customLoss(own, { reduction: 'none' })(yTrue, yPred))).toEqual([1.5, 0.5]);
  const caresItself: Loss = (a, b, w) => sum(w ?? sub(a, b));
  expect(getLoss(caresItself, 'compile')).toBe(caresItself);
});

test('errors name the place, what was expected and what came', () => {
  const p = tensor2d([
    [0.5, 0.5],
    [0.5, 0.5],
  ]);
  // @ts-expect-error no such name
  expect(() => getLoss('meanSquareError', 'compile')).toThrow(
    "compile: unknown loss 'meanSquareError'. Did you mean 'meanSquaredError'?",
  );
  // @ts-expect-error a factory is not a loss
  expect(() => getLoss(meanSquaredError, 'compile')).toThrow(
    'compile: expected loss to be a name or a part, received the function meanSquaredError. If it makes the part, call it: meanSquaredError().',
  );
  expect(() => meanSquaredError()(tensor2d([[1, 2, 3]]), p)).toThrow(
    'meanSquaredError: expected yTrue to fit the shape [2, 2], received [1, 3].',
  );
  expect(() => categoricalCrossentropy()(tensor1d([0, 1]), p)).toThrow(
    'categoricalCrossentropy: expected yTrue to fit the shape [2, 2], received [2].',
  );
  expect(() => sparseCategoricalCrossentropy()(tensor1d([0, 1, 1]), p)).toThrow(
    'sparseCategoricalCrossentropy: expected yTrue to fit the shape [2], received [3].',
  );
  expect(() => sparseCategoricalCrossentropy()(tensor1d([0, 2], 'int32'), p)).toThrow(
    'sparseCategoricalCrossentropy: expected label 1 to be an integer >= 0 and <= 1, received 2. Number the classes from 0, or use categoricalCrossentropy for one-hot targets.',
  );
  for (const label of [-1, 0.5, NaN]) {
    expect(() => sparseCategoricalCrossentropy({ fromLogits: true })(tensor1d([label, 0]), p)).toThrow(
      `expected label 0 to be an integer >= 0 and <= 1, received ${label}.`,
    );
  }
  expect(() => meanSquaredError()(p, p, tensor1d([1, 2, 3]))).toThrow(
    'meanSquaredError: expected sampleWeight to fit the shape [2], received [3].',
  );
  // @ts-expect-error no such reduction
  expect(() => meanSquaredError({ reduction: 'sum_over_batch_size' })).toThrow(
    "meanSquaredError: expected reduction to be one of 'sumOverBatchSize', 'mean', 'sum', 'meanWithSampleWeight', 'none', received 'sum_over_batch_size'. Did you mean 'sumOverBatchSize'?",
  );
  expect(() => binaryCrossentropy({ labelSmoothing: 2 })).toThrow(
    'binaryCrossentropy: expected labelSmoothing to be a number >= 0 and <= 1, received 2.',
  );
  expect(() => categoricalCrossentropy({ axis: 2 })(p, p)).toThrow(
    'categoricalCrossentropy: expected axis to be an integer >= -2 and <= 1, received 2.',
  );
  expect(() => categoricalGeneralizedCrossEntropy({ q: 1 })).toThrow(
    'expected q to be a number > 0 and < 1, received 1.',
  );
  expect(() => circle()(tensor1d([0]), p)).toThrow('circle: expected yTrue to fit the shape [2], received [1].');
  // @ts-expect-error no such option
  dice({ axes: [1] });
});
