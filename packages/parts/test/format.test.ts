import { expect, test } from '@jest/globals';
import { formatShape, formatValue } from '@sixstep/parts';

test.each([
  [[], '[]'],
  [[32], '[32]'],
  [[null, 28, 28], '[null, 28, 28]'],
])('formatShape of %p', (shape, text) => {
  expect(formatShape(shape)).toBe(text);
});

test.each([
  [undefined, 'undefined'],
  [null, 'null'],
  [NaN, 'NaN'],
  [-0.5, '-0.5'],
  [true, 'true'],
  ['adam', "'adam'"],
  ['x'.repeat(61), `'${'x'.repeat(57)}...'`],
  [() => 1, 'a function'],
  [[1, 'a', [2]], "[1, 'a', [2]]"],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9], '[1, 2, 3, 4, 5, 6, 7, 8, ... 9 in all]'],
  [{ units: 1 }, 'an object [object Object]'],
  [new Map(), 'an object [object Map]'],
])('formatValue of %p is short and says the type', (value, text) => {
  expect(formatValue(value)).toBe(text);
});
