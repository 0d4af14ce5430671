import { activations } from './activations/activations.js';
import { fitting } from './fitting/fitting.js';
import { learningRate } from './learning-rate/learning-rate.js';
import type { Section } from './lesson/section.js';
import { losses } from './losses/losses.js';
import { optimizers } from './optimizers/optimizers.js';
import { sixSteps } from './six-steps/six-steps.js';

/** The lecture, in its order. */
export const sections: readonly Section[] = [learningRate, activations, losses, fitting, optimizers, sixSteps];
