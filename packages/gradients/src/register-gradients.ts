import { derivatives as all } from '#derivatives';
import { getGradient, type GradConfig, registerGradient } from '@tensorflow/tfjs-core';
import type { AnyDerivative } from './derivative.js';

/**
 * Registers the derivatives that tfjs-core leaves unregistered, so that `grad`, `variableGrads` and custom training
 * loops work after importing `@tensorflow/tfjs-core` alone.
 *
 * Idempotent; a gradient that somebody registered before, `@tensorflow/tfjs` for instance, stays.
 *
 * @param derivatives all by default; in a program that is bundled by part, those of what dense layers, losses and activations are
 * made of
 */
export function registerGradients(derivatives: readonly AnyDerivative[] = all): void {
  for (const derivative of derivatives) {
    if (getGradient(derivative.kernelName) == null) registerGradient(derivative as GradConfig);
  }
}
