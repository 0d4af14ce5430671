import type { Optimizer, Tensors } from '@sixstep/optimizers';

/** An optimizer that hands the gradients on and changes nothing. */
export function gradientSink(take: (gradients: Tensors) => void): Optimizer {
  return {
    className: 'GradientSink',
    config: {},
    learningRate: 0,
    iterations: 0,
    currentLearningRate: () => 0,
    build() {},
    apply: take,
    finalize() {},
    state: { iterations: 0 },
    dispose() {},
  };
}
