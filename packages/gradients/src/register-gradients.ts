import { getGradient, type GradConfig, registerGradient } from '@tensorflow/tfjs-core';
import { derivatives } from './derivatives.js';

/**
 * Registers the derivatives that tfjs-core leaves unregistered, so that `grad`, `variableGrads` and custom training
 * loops work after importing `@tensorflow/tfjs-core` alone.
 *
 * Idempotent; a gradient that somebody registered before, `@tensorflow/tfjs` for instance, stays.
 */
export function registerGradients(): void {
  for (const derivative of derivatives) {
    if (getGradient(derivative.kernelName) == null) registerGradient(derivative as GradConfig);
  }
}
