// @sixstep/schedules alone: no TensorFlow.js anywhere, not even installed.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cosineDecay, exponentialDecay } from '@sixstep/schedules';

assert.equal(existsSync(new URL('./node_modules/@tensorflow', import.meta.url)), false);
const halved = exponentialDecay({ initialLearningRate: 0.8, decaySteps: 10, decayRate: 0.5, staircase: true });
assert.deepEqual([0, 9, 10, 20].map(halved), [0.8, 0.8, 0.4, 0.2]);
assert.throws(() => cosineDecay({ initialLearningRate: 0.1, decaySteps: 0 }), /cosineDecay: expected decaySteps/);
