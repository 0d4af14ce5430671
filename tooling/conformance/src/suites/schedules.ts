import * as schedules from '@sixstep/schedules';
import { caseDifference } from '../compare.js';
import { findExport } from '../find-export.js';
import type { TensorData } from '../fixture.js';
import { optionsFromKeras } from '../from-keras.js';
import { lastWord, type Suite } from '../suite.js';

/** The learning rate at each step. */
export const schedulesSuite: Suite = async (test) => {
  const schedule = findExport(schedules, lastWord(test.target))(optionsFromKeras(test.config)) as schedules.Schedule;
  const { shape, data } = test.inputs['steps'] as TensorData;
  return caseDifference(test, {
    values: { shape, dtype: 'float32', data: data.map((step) => schedule(Number(step))) },
  });
};
