import { expect, test } from '@jest/globals';
import { confusionMatrix } from '@sixstep/plots';
import { dispose, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { drawn } from './drawn.js';

const matrix = { data: Int32Array.of(3, 1, 0, 4), shape: [2, 2] };
const classNames = ['cat', 'dog'];

test('a row is a true class, a column a predicted one', () => {
  const { all, labels, texts } = drawn(confusionMatrix({ matrix, classNames }));
  expect(texts.slice(0, 2)).toEqual(['Confusion matrix', 'accuracy 87.50 % · samples 8']);
  expect(labels('text')).toEqual(['3', '1', '0', '4']);
  expect(labels('x-axis label')).toEqual(['predicted class']);
  expect(labels('y-axis label')).toEqual(['true class']);
  expect(labels('x-axis tick label')).toEqual(classNames);
  expect(labels('y-axis tick label')).toEqual(classNames);
  // The first cat was taken for a dog: to the right of the cats that were recognized, on the same height.
  const [right, wrong] = all('g[aria-label="cell"] rect') as [Element, Element];
  expect(wrong.getAttribute('y')).toBe(right.getAttribute('y'));
  expect(Number(wrong.getAttribute('x'))).toBeGreaterThan(Number(right.getAttribute('x')));
});

test('the diagonal has the first color, the rest the second; both grow with the share of the row', () => {
  const cells = drawn(confusionMatrix({ matrix })).all('g[aria-label="cell"] rect');
  expect(cells.map((cell) => cell.getAttribute('fill')?.slice(-2, -1))).toEqual(['1', '2', '2', '1']);
  // 0.55 * 3/4, 0.55 * sqrt(1/4), 0, 0.55
  const opacity = cells.map((cell) => Number(cell.getAttribute('fill-opacity')));
  [0.4125, 0.275, 0, 0.55].forEach((value, i) => expect(opacity[i]).toBeCloseTo(value, 12));
});

test('labels and scores are counted', () => {
  const scores = { data: Float32Array.of(0.9, 0.1, 0, 0.2, 0.7, 0.1, 0.8, 0.1, 0.1), shape: [3, 3] };
  const fromScores = confusionMatrix({ yTrue: Uint8Array.of(0, 1, 2), yPred: scores });
  expect(drawn(fromScores).labels('text')).toEqual(['1', '0', '0', '0', '1', '0', '1', '0', '0']);
  const sigmoid = { data: Float32Array.of(0.2, 0.5, 0.9), shape: [3, 1] };
  const fromSigmoid = confusionMatrix({ yTrue: { data: Int32Array.of(0, 0, 1), shape: [3] }, yPred: sigmoid });
  expect(drawn(fromSigmoid).labels('text')).toEqual(['1', '1', '0', '1']);
});

test('tensors are read and kept', () => {
  const [yTrue, yPred] = [tensor1d([0, 1, 1], 'int32'), tensor2d([0.9, 0.1, 0.2, 0.8, 0.7, 0.3], [3, 2])];
  expect(drawn(confusionMatrix({ yTrue, yPred })).labels('text')).toEqual(['1', '0', '1', '1']);
  expect([yTrue.isDisposed, yPred.isDisposed]).toEqual([false, false]);
  dispose([yTrue, yPred]);
});

test('a class that does not occur has its row if it has a name', () => {
  const { labels } = drawn(
    confusionMatrix({ yTrue: [0, 1], yPred: [0, 1], classNames: ['a', 'b', 'c'], values: 'percent' }),
  );
  expect(labels('text')).toEqual(['100', '0.0', '0.0', '0.0', '100', '0.0', '0.0', '0.0', '0.0']);
});

test('it speaks Chinese', () => {
  const { labels, texts } = drawn(confusionMatrix({ matrix, language: 'zh', values: 'percent' }));
  expect(texts[1]).toBe('准确率 87.50 % · 样本数 8 · 单元格为占本行的百分比');
  expect([...labels('x-axis label'), ...labels('y-axis label')]).toEqual(['预测类别', '真实类别']);
});

test('many classes have no numbers, but all their cells', () => {
  const { all, labels } = drawn(
    confusionMatrix({ matrix: { data: new Float32Array(2500).fill(1000), shape: [50, 50] } }),
  );
  expect(all('g[aria-label="cell"] rect')).toHaveLength(2500);
  expect(labels('text')).toEqual([]);
});

test.each([
  [
    {},
    'confusionMatrix: expected either matrix or both yTrue and yPred. ' +
      'Pass e.g. confusionMatrix({ yTrue: test.y, yPred: await model.predict(test.x) }).',
  ],
  [
    { matrix: { data: new Float32Array(6), shape: [2, 3] } },
    'confusionMatrix: expected matrix to be of shape [classes, classes], received shape [2, 3].',
  ],
  [{ matrix, classNames: ['cat'] }, 'confusionMatrix: expected a name for each of 2 classes, received 1.'],
  [
    { matrix: [[1]] as never },
    'confusionMatrix: expected matrix to be { data: TypedArray, shape: number[] }, received [[1]]. ' +
      'Wrap plain numbers, e.g. { data: Float32Array.from(numbers), shape: [numbers.length] }.',
  ],
  [
    { yTrue: [0, 1], yPred: [0] },
    'confusionMatrix: expected as many predictions as labels, and at least one, received 1 and 2.',
  ],
  [{ yTrue: [0, -1], yPred: [0, 1] }, 'confusionMatrix: expected yTrue to be non-negative integers, received -1 at 1.'],
  [
    { yTrue: 3 as never, yPred: [0] },
    'confusionMatrix: expected yTrue to be class labels or { data, shape }, received 3. ' +
      'Pass e.g. test.y, or what predict returned.',
  ],
  [
    { yTrue: { data: new Uint8Array(8), shape: [2, 2, 2] }, yPred: [0] },
    'confusionMatrix: expected yTrue to be of shape [samples] or [samples, classes], received [2, 2, 2] with 8 values.',
  ],
])('what is no matrix is said: %#', (options, message) => {
  expect(() => confusionMatrix(options)).toThrow(new Error(message));
});
