import { expect, test } from '@jest/globals';
import { expectInteger, expectNumber, expectOneOf } from '@sixstep/parts';

test('what fits is returned as it is', () => {
  expect(expectInteger('dense', 'units', 10)).toBe(10);
  expect(expectInteger('conv2d', 'axis', -1, { min: -3, max: 2 })).toBe(-1);
  expect(expectNumber('dropout', 'rate', 0, { min: 0, below: 1 })).toBe(0);
  expect(expectNumber('sgd', 'learningRate', -2.5)).toBe(-2.5);
  expect(expectOneOf('conv2d', 'padding', 'same', ['valid', 'same'])).toBe('same');
});

test.each([
  [-3, {}, 'dense: expected units to be an integer >= 1, received -3.'],
  [2.5, {}, 'dense: expected units to be an integer >= 1, received 2.5.'],
  [Infinity, {}, 'dense: expected units to be an integer >= 1, received Infinity.'],
  [2 ** 53, {}, 'dense: expected units to be an integer >= 1, received 9007199254740992.'],
  ['10', {}, "dense: expected units to be an integer >= 1, received '10'."],
  [undefined, {}, 'dense: expected units to be an integer >= 1, received undefined.'],
  [-1, { min: 0 }, 'dense: expected units to be an integer >= 0, received -1.'],
  [1, { min: 2 }, 'dense: expected units to be an integer >= 2, received 1.'],
  [7, { min: 1, max: 6 }, 'dense: expected units to be an integer >= 1 and <= 6, received 7.'],
  [0.5, { min: -Infinity }, 'dense: expected units to be an integer, received 0.5.'],
  [
    0,
    { hint: 'Pass the number of output features, e.g. dense({ units: 10 }).' },
    'dense: expected units to be an integer >= 1, received 0. ' +
      'Pass the number of output features, e.g. dense({ units: 10 }).',
  ],
])('expectInteger of %p with %p', (value, limits, message) => {
  expect(() => expectInteger('dense', 'units', value, limits)).toThrow(new Error(message));
});

test.each([
  [NaN, {}, 'dropout: expected rate to be a number, received NaN.'],
  [Infinity, { min: 0 }, 'dropout: expected rate to be a number >= 0, received Infinity.'],
  [1, { min: 0, below: 1 }, 'dropout: expected rate to be a number >= 0 and < 1, received 1.'],
  [0, { above: 0, max: 1 }, 'dropout: expected rate to be a number > 0 and <= 1, received 0.'],
  [null, { hint: 'Pass 0.5.' }, 'dropout: expected rate to be a number, received null. Pass 0.5.'],
  [[1, 2], {}, 'dropout: expected rate to be a number, received [1, 2].'],
])('expectNumber of %p with %p', (value, limits, message) => {
  expect(() => expectNumber('dropout', 'rate', value, limits)).toThrow(new Error(message));
});

test('expectOneOf lists the choices and guesses', () => {
  const choices = ['valid', 'same', 'causal'];
  expect(() => expectOneOf('conv1d', 'padding', 'SAME', choices)).toThrow(
    new Error("conv1d: expected padding to be one of 'valid', 'same', 'causal', received 'SAME'. Did you mean 'same'?"),
  );
  expect(() => expectOneOf('conv1d', 'padding', 1, choices)).toThrow(
    new Error("conv1d: expected padding to be one of 'valid', 'same', 'causal', received 1."),
  );
});

test('expectOneOf returns the union of the choices', () => {
  const padding: 'valid' | 'same' = expectOneOf('conv2d', 'padding', 'valid', ['valid', 'same']);
  // @ts-expect-error 'causal' is none of the choices
  const wrong: 'causal' = expectOneOf('conv2d', 'padding', 'valid', ['valid', 'same']);
  expect([padding, wrong]).toEqual(['valid', 'valid']);
});
