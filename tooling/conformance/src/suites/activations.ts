import * as activations from '@sixstep/activations';
import { mul, sum, type Tensor } from '@tensorflow/tfjs-core';
import { caseDifference } from '../compare.js';
import { findExport } from '../find-export.js';
import type { TensorData } from '../fixture.js';
import { optionsFromKeras } from '../from-keras.js';
import { gradientsOf } from '../gradients.js';
import { lastWord, type Suite } from '../suite.js';
import { toTensor } from '../tensor-data.js';

/** y = f(x, options), and dx for the upstream gradient g. */
export const activationsSuite: Suite = async (test) => {
  const f = findExport(activations, lastWord(test.target)) as (x: Tensor, options?: object) => Tensor;
  const options = optionsFromKeras(test.config);
  const run = (x: Tensor): Tensor => (Object.keys(options).length === 0 ? f(x) : f(x, options));
  const x = toTensor(test.inputs['x'] as TensorData);
  const g = toTensor(test.inputs['g'] as TensorData);
  const [dx] = gradientsOf(() => sum(mul(run(x), g)), [x]);
  return caseDifference(test, { y: run(x), dx });
};
