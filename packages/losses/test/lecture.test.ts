import { describe, expect, test } from '@jest/globals';
import { softmax } from '@sixstep/activations';
import { categoricalCrossentropy } from '@sixstep/losses';
import { tensor2d, tidy, type Tensor } from '@tensorflow/tfjs-core';

const print = (f: () => Tensor): string[] => tidy(() => Array.from(f().dataSync(), (value) => value.toExponential(8)));

describe("the lecture's numbers", () => {
  test('the better of two answers has the smaller cross-entropy: 0.511 and 0.223', () => {
    const loss = categoricalCrossentropy({ reduction: 'none' });
    const answers = [
      [0.6, 0.4],
      [0.8, 0.2],
    ];
    const losses = answers.map((answer) => tidy(() => loss(tensor2d([[1, 0]]), tensor2d([answer])).dataSync()[0]!));
    // tf.Tensor(0.5108256, ...) and tf.Tensor(0.22314353, ...)
    expect(losses[0]).toBeCloseTo(0.5108256, 6);
    expect(losses[1]).toBeCloseTo(0.22314353, 7);
  });

  test('softmax and cross-entropy give the same five values apart and in one', () => {
    const yTrue = tensor2d([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
    ]);
    const y = tensor2d([
      [12, 3, 2],
      [3, 10, 1],
      [1, 2, 5],
      [4, 6.5, 1.2],
      [3, 6, 1],
    ]);
    const printed = [1.68795487e-4, 1.03475622e-3, 6.58839038e-2, 2.58349207, 5.49852354e-2];
    // A copy of the probabilities: the loss cannot know which logits they came from.
    const apart = print(() =>
      categoricalCrossentropy({ reduction: 'none' })(yTrue, tensor2d(softmax(y).dataSync(), [5, 3])),
    );
    const fused = print(() => categoricalCrossentropy({ reduction: 'none', fromLogits: true })(yTrue, y));
    // The lecture reckoned in double precision; here 1 + e^-9 + e^-10 is rounded to 24 bits, that is by up to 6e-8.
    printed.forEach((value, i) => {
      expect(Math.abs(Number(apart[i]) - value)).toBeLessThan(6e-8 * (2 + value));
      expect(Math.abs(Number(fused[i]) - value)).toBeLessThan(6e-8 * (1 + value));
    });
  });
});
