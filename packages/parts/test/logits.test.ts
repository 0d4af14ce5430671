import { expect, test } from '@jest/globals';
import { logitsOf, rememberLogits } from '@sixstep/parts';

test('logits are found again by the same probabilities and the same activation, or by either', () => {
  const logits = { id: 1 };
  const probabilities = { id: 2 };
  rememberLogits(probabilities, 'softmax', logits);
  expect(logitsOf(probabilities, 'softmax')).toBe(logits);
  expect(logitsOf(probabilities, 'sigmoid')).toBeUndefined();
  expect(logitsOf(probabilities)).toBe(logits);
  expect(logitsOf({ id: 2 }, 'softmax')).toBeUndefined();
  expect(logitsOf({ id: 2 })).toBeUndefined();
});
