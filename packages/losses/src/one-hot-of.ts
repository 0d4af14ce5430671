import { equal, expandDims, range, type Tensor } from '@tensorflow/tfjs-core';
import { toType } from './to-type.js';

/** Labels [...] as float32 [..., classes]: 1 for the class of the label, else 0. Unlike `oneHot` it takes one class, too. */
export function oneHotOf(labels: Tensor, classes: number): Tensor {
  return toType(equal(expandDims(labels, -1), range(0, classes, 1, 'int32')), 'float32');
}
