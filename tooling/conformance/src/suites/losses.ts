import * as losses from '@sixstep/losses';
import { sum, type Tensor } from '@tensorflow/tfjs-core';
import { caseDifference } from '../compare.js';
import { findExport } from '../find-export.js';
import type { TensorData } from '../fixture.js';
import { optionsFromKeras } from '../from-keras.js';
import { gradientsOf } from '../gradients.js';
import { lastWord, type Suite } from '../suite.js';
import { toTensor } from '../tensor-data.js';

/** loss(yTrue, yPred, sampleWeight), and the derivative of its sum by yPred. */
export const lossesSuite: Suite = async (test) => {
  const loss = findExport(losses, lastWord(test.target))(optionsFromKeras(test.config)) as losses.Loss;
  const yTrue = toTensor(test.inputs['y_true'] as TensorData);
  const yPred = toTensor(test.inputs['y_pred'] as TensorData);
  const weight = test.inputs['sample_weight'];
  const run = (): Tensor => (weight == null ? loss(yTrue, yPred) : loss(yTrue, yPred, toTensor(weight as TensorData)));
  const [grad] = gradientsOf(() => sum(run()), [yPred]);
  return caseDifference(test, { loss: run(), grad });
};
