import { less, logicalAnd, greater, minimum, relu as reluOp, type Tensor } from '@tensorflow/tfjs-core';
import { elementwise } from './elementwise.js';
import { maskOf } from './mask-of.js';

/**
 * The rectified linear unit that ends at 6: relu6(x) = min(max(x, 0), 6). Its derivative at 0 and at 6 is 0.
 *
 * @source Krizhevsky 2010, https://www.cs.toronto.edu/~kriz/conv-cifar10-aug2010.pdf
 */
export function relu6(x: Tensor): Tensor {
  return elementwise(
    x,
    (x) => minimum(reluOp(x), 6),
    (x) => maskOf(logicalAnd(greater(x, 0), less(x, 6))),
  );
}
