import type { AnyTrainingKernel } from '../training-kernel.js';
import { gru } from './gru.js';
import { gruGradient } from './gru-gradient.js';
import { lstm } from './lstm.js';
import { lstmGradient } from './lstm-gradient.js';

/** Whole sequences through recurrent layers. */
export const recurrentKernels: readonly AnyTrainingKernel[] = [lstm, lstmGradient, gru, gruGradient];
