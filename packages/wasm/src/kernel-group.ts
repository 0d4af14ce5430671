import { type AnyDerivative, registerGradients } from '@sixstep/gradients';
import { install, replace } from './install.js';
import type { AnyPlainKernel, PlainKernel } from './plain/plain-kernel.js';
import type { AnyTrainingKernel, TrainingKernel } from './training-kernel.js';

/** Kernels that belong together, with the derivatives of what they compute: a program may be bundled without some. */
export interface KernelGroup {
  /**
   * Installs them into the backend that runs.
   *
   * @param simd whether the engine runs SIMD; without it those that training lacks are installed in plain TypeScript
   */
  install(simd: boolean): void;
}

/** The group of these kernels, with SIMD and without, and derivatives. */
export function kernelGroup(
  training: readonly AnyTrainingKernel[],
  plain: readonly AnyPlainKernel[] = [],
  derivatives: readonly AnyDerivative[] = [],
): KernelGroup {
  return {
    install(simd) {
      if (simd) for (const kernel of training) install(kernel as TrainingKernel);
      else for (const { kernelName, run } of plain as readonly PlainKernel[]) replace(kernelName, run);
      registerGradients(derivatives);
    },
  };
}
