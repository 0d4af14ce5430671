import * as constraints from '@sixstep/constraints';
import { caseDifference } from '../compare.js';
import { findExport } from '../find-export.js';
import type { TensorData } from '../fixture.js';
import { optionsFromKeras } from '../from-keras.js';
import { lastWord, type Suite } from '../suite.js';
import { toTensor } from '../tensor-data.js';

/** The nearest allowed weights. */
export const constraintsSuite: Suite = async (test) => {
  const constraint = findExport(
    constraints,
    lastWord(test.target),
  )(optionsFromKeras(test.config)) as constraints.Constraint;
  return caseDifference(test, { w: constraint(toTensor(test.inputs['w'] as TensorData)) });
};
