import type { Suite } from './suite.js';
import { activationsSuite } from './suites/activations.js';
import { constraintsSuite } from './suites/constraints.js';
import { kerasFilesSuite } from './suites/keras-files.js';
import { initializersSuite } from './suites/initializers.js';
import { layersSuite } from './suites/layers.js';
import { lossesSuite } from './suites/losses.js';
import { metricsSuite } from './suites/metrics.js';
import { numpyRandomSuite } from './suites/numpy-random.js';
import { optimizersSuite } from './suites/optimizers.js';
import { regularizersSuite } from './suites/regularizers.js';
import { schedulesSuite } from './suites/schedules.js';
import { summarySuite } from './suites/summary.js';
import { trainingSuite } from './suites/training.js';

/** The suites by the name that stands in the fixture. */
export const suites: Readonly<Record<string, Suite>> = {
  activations: activationsSuite,
  constraints: constraintsSuite,
  initializers: initializersSuite,
  'keras-files': kerasFilesSuite,
  layers: layersSuite,
  losses: lossesSuite,
  metrics: metricsSuite,
  'numpy-random': numpyRandomSuite,
  optimizers: optimizersSuite,
  'optimizers-lecture': optimizersSuite,
  regularizers: regularizersSuite,
  schedules: schedulesSuite,
  summary: summarySuite,
  training: trainingSuite,
};
