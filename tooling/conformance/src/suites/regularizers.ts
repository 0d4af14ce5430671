import * as regularizers from '@sixstep/regularizers';
import { caseDifference } from '../compare.js';
import { findExport } from '../find-export.js';
import type { TensorData } from '../fixture.js';
import { optionsFromKeras } from '../from-keras.js';
import { gradientsOf } from '../gradients.js';
import { lastWord, type Suite } from '../suite.js';
import { toTensor } from '../tensor-data.js';

/** The penalty and its derivative. */
export const regularizersSuite: Suite = async (test) => {
  const penalty = findExport(
    regularizers,
    lastWord(test.target),
  )(optionsFromKeras(test.config)) as regularizers.Regularizer;
  const x = toTensor(test.inputs['x'] as TensorData);
  const [grad] = gradientsOf(() => penalty(x), [x]);
  return caseDifference(test, { value: penalty(x), grad });
};
