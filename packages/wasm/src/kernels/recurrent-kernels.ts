import { type KernelGroup, kernelGroup } from '../kernel-group.js';
import { gru } from './gru.js';
import { gruGradient } from './gru-gradient.js';
import { lstm } from './lstm.js';
import { lstmGradient } from './lstm-gradient.js';

/** Whole sequences through recurrent layers, which without them compute step by step. */
export const recurrentKernels: KernelGroup = /* @__PURE__ */ kernelGroup([lstm, lstmGradient, gru, gruGradient]);
