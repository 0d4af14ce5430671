import { expect, test } from '@jest/globals';
import { activationPlot } from '@sixstep/plots';
import { cumprod, memory, relu, sigmoid, square, sum, type Tensor } from '@tensorflow/tfjs-core';
import { drawn, pairs } from './drawn.js';

/** The lines of a picture in the units of its axes, the function first, then the derivative. */
function curvesOf(options: Parameters<typeof activationPlot>[0]): [number, number][][] {
  const { all } = drawn(activationPlot({ domain: [-2, 2], ...options }));
  const ticks = (axis: 'x' | 'y'): [at: number, value: number][] =>
    all(`g[aria-label="${axis}-axis tick label"] text`).map((text) => {
      const [x, y] = text
        .getAttribute('transform')!
        .match(/[\d.]+/g)!
        .map(Number) as [number, number];
      return [axis === 'x' ? x : y, Number(text.textContent.replace('−', '-'))];
    });
  const scale = (axis: 'x' | 'y'): ((at: number) => number) => {
    const found = ticks(axis);
    const [[a, p], [b, q]] = [found[0]!, found.at(-1)!];
    return (at) => p + ((at - a) / (b - a)) * (q - p);
  };
  const [toX, toY] = [scale('x'), scale('y')];
  return all('g[aria-label="line"] path').map((path) => pairs(path).map(([x, y]) => [toX(x), toY(y)]));
}

test('x² has the derivative 2x', () => {
  const [values, slopes] = curvesOf({ activation: (x) => square(x) }) as [[number, number][], [number, number][]];
  expect(values).toHaveLength(241);
  for (const [x, y] of values) expect(Math.abs(y - x * x)).toBeLessThan(0.05);
  for (const [x, y] of slopes) expect(Math.abs(y - 2 * x)).toBeLessThan(0.05);
});

test('the derivative of sigmoid is greatest at 0: a quarter', () => {
  const [, slopes] = curvesOf({ activation: sigmoid }) as [[number, number][], [number, number][]];
  const [x, y] = slopes.reduce((best, point) => (point[1] > best[1] ? point : best));
  expect(Math.abs(x)).toBeLessThan(0.1);
  expect(y).toBeCloseTo(0.25, 2);
});

test('the derivative of relu has a gap where it jumps, relu itself has none', () => {
  const paths = drawn(activationPlot({ activation: relu })).all('g[aria-label="line"] path');
  expect(paths.map((path) => path.getAttribute('d')!.match(/M/g)!.length)).toEqual([1, 2]);
});

test('several have a panel each', () => {
  const { legend, labels, texts, all } = drawn(activationPlot({ activation: { relu, sigmoid }, language: 'zh' }));
  expect(texts[0]).toBe('激活函数及其导数');
  expect(legend).toEqual(['函数', '导数']);
  expect(labels('y-axis label')).toEqual(['relu', 'sigmoid']);
  expect(all('.sixstep-panel > g[aria-label="line"]')).toHaveLength(4);
});

test('no tensor is left behind, also when the shape is wrong', () => {
  const before = memory().numTensors;
  activationPlot({ activation: { relu, sigmoid } });
  expect(() => activationPlot({ activation: (x: Tensor) => sum(x) })).toThrow();
  expect(memory().numTensors).toBe(before);
});

test('what is no activation is said', () => {
  expect(() => activationPlot({ activation: { sum: (x: Tensor) => sum(x) } })).toThrow(
    new Error(
      'activationPlot: expected sum to keep the shape [241], received []. ' +
        'Pass an elementwise function, e.g. (x) => sigmoid(x).',
    ),
  );
  expect(() => activationPlot({ activation: { relu: 'relu' as never } })).toThrow(
    new Error("activationPlot: expected relu to be a function of a tensor, received 'relu'."),
  );
  expect(() => activationPlot({ activation: {} })).toThrow(
    new Error('activationPlot: expected activation to hold a function, received none.'),
  );
  expect(() => activationPlot({ activation: relu, domain: [1, 1] })).toThrow(
    new Error('activationPlot: expected domain to be [low, high] with low < high, received [1, 1].'),
  );
  expect(() => activationPlot({ activation: { product: (x: Tensor) => cumprod(x) } })).toThrow(
    /^activationPlot: expected product to have a derivative, received: .*Cumprod.* TensorFlow\.js has no gradients by itself; call registerGradients\(\) of @sixstep\/gradients, or useWasm\(\)\.$/,
  );
});
