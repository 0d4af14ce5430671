import { expect, test } from '@jest/globals';
import { curves } from '@sixstep/plots';
import { drawn, pairs } from './drawn.js';

const history = {
  epoch: [0, 1, 2],
  history: { loss: [1, 0.1, 0.01], accuracy: [0.5, 0.75, 1], valLoss: [1, 0.5, 0.25], learningRate: [0.1, 0.1, 0.05] },
};

test('each metric has a panel with its validation curve dashed in it', () => {
  const { all, labels, legend, texts } = drawn(curves({ history }));
  expect(texts[0]).toBe('Training curves');
  expect(labels('y-axis label')).toEqual(['loss', 'accuracy', 'learning rate']);
  expect(labels('x-axis label')).toEqual(['epoch', 'epoch', 'epoch']);
  expect(legend).toEqual(['train', 'validation']);
  expect(all('g[aria-label="line"]')).toHaveLength(4);
  expect(all('g[aria-label="line"][stroke-dasharray]')).toHaveLength(1);
  expect(all('g[aria-label="dot"] circle')).toHaveLength(12);
});

test('the epochs count from 1, as fit prints them', () => {
  const { labels } = drawn(curves({ history, metrics: ['loss'] }));
  expect(labels('x-axis tick label')).toEqual(['1', '2', '3']);
});

test('columns alone, in Keras spelling and as typed arrays, will do', () => {
  const { all, labels } = drawn(curves({ history: { loss: Float32Array.of(3, 2), val_loss: [3, 4] } }));
  expect(labels('y-axis label')).toEqual(['loss']);
  expect(all('g[aria-label="line"]')).toHaveLength(2);
});

test('on a logarithmic axis equal ratios are equal distances', () => {
  const { all, labels } = drawn(curves({ history, metrics: ['loss'], log: ['loss'] }));
  const [[, first], [, second], [, third]] = pairs(all('g[aria-label="line"] path')[0]!) as [
    [number, number],
    [number, number],
    [number, number],
  ];
  expect(second - first).toBeGreaterThan(20);
  expect(third - second).toBeCloseTo(second - first, 1);
  expect(labels('y-axis tick label')).toEqual(expect.arrayContaining(['0.01', '0.1', '1']));
});

test('several runs share the panels, each in its color', () => {
  const { all, legend } = drawn(
    curves({ histories: { sgd: history, adam: { loss: [1, 0.2], valLoss: [1, 2] } }, metrics: ['loss'], unit: 'step' }),
  );
  expect(legend).toEqual(['sgd', 'adam', 'train', 'validation']);
  const strokes = all('g[aria-label="line"]').map((line) => line.getAttribute('stroke'));
  expect(strokes).toEqual(['var(--s-series-1)', 'var(--s-series-1)', 'var(--s-series-2)', 'var(--s-series-2)']);
});

test('a run that diverged has a gap where it is not finite', () => {
  const { all } = drawn(curves({ history: { loss: [1, 2, Infinity, NaN, 3, 4] } }));
  const d = all('g[aria-label="line"] path')[0]!.getAttribute('d')!;
  expect(d.match(/M/g)).toHaveLength(2);
  expect(d).not.toContain('NaN');
  expect(all('g[aria-label="dot"] circle')).toHaveLength(4);
});

test('validation every second epoch stands at epochs 2 and 4', () => {
  const { all } = drawn(curves({ history: { loss: [4, 3, 2, 1], valLoss: [3, 1] } }));
  const [train, validation] = all('g[aria-label="line"] path').map(pairs) as [[number, number][], [number, number][]];
  expect(validation.map(([x]) => x)).toEqual([train[1]![0], train[3]![0]]);
  // The values are equal to those of the training at epochs 2 and 4, so the points are the same.
  expect(validation).toEqual([train[1], train[3]]);
});

test('one epoch, and a constant, can be drawn', () => {
  const { all, root } = drawn(curves({ history: { loss: [0.5], learningRate: [0] } }));
  expect(all('g[aria-label="dot"] circle')).toHaveLength(2);
  expect(root.outerHTML).not.toContain('NaN');
});

test('it speaks Chinese', () => {
  const { labels, legend, root, texts } = drawn(curves({ history, language: 'zh' }));
  expect(texts[0]).toBe('训练曲线');
  expect(labels('y-axis label')).toEqual(['损失', '准确率', '学习率']);
  expect(labels('x-axis label')[0]).toBe('轮次');
  expect(legend).toEqual(['训练', '验证']);
  expect(root.getAttribute('lang')).toBe('zh');
});

test.each([
  [{}, 'curves: expected either history or histories. Pass e.g. curves({ history: await model.fit(x, y) }).'],
  [
    { history: [1, 2] as never },
    'curves: expected history to be what fit returns or numbers by name, received [1, 2]. ' +
      'Pass e.g. { loss: [0.9, 0.5], valLoss: [1, 0.7] }.',
  ],
  [{ history: { loss: 3 as never } }, 'curves: expected loss of history to be numbers, received 3.'],
  [{ history: {} }, 'curves: expected a history with numbers, received none.'],
  [
    { history, metrics: ['acuracy'] },
    "curves: expected each metric to be one of 'loss', 'accuracy', 'learningRate', received 'acuracy'. " +
      "Did you mean 'accuracy'?",
  ],
  [
    { history: { loss: [0, -1] }, log: true },
    'curves: expected loss to have a positive number, received [0, -1]. Leave out log.',
  ],
  [{ history: { loss: [NaN] } }, 'curves: expected loss to have a finite number, received [NaN].'],
  [{ history, width: 0 }, 'curves: expected width to be an integer >= 120 and <= 8192, received 0. It is in pixels.'],
  [{ history, language: 'de' as never }, "curves: expected language to be one of 'en', 'zh', received 'de'."],
])('what cannot be drawn is said: %#', (options, message) => {
  expect(() => curves(options)).toThrow(new Error(message));
});
