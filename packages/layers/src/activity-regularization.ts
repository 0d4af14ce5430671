import { l1l2 } from '@sixstep/regularizers';
import type { Tensor } from '@tensorflow/tfjs-core';
import { Elementwise } from './elementwise.js';
import type { LayerOptions } from './layer.js';

/** Options of `activityRegularization`. */
export interface ActivityRegularizationOptions extends LayerOptions {
  /** Weight of the sum of absolute values. Default 0. */
  readonly l1?: number | undefined;
  /** Weight of the sum of squares. Default 0. */
  readonly l2?: number | undefined;
}

/** The layer behind `activityRegularization`. */
export class ActivityRegularization extends Elementwise {
  override readonly className: string = 'ActivityRegularization';

  constructor(options: ActivityRegularizationOptions = {}) {
    const { l1 = 0, l2 = 0 } = options;
    super({ ...options, l1, l2, activityRegularizer: l1l2({ l1, l2 }) } as LayerOptions);
  }

  override call(x: Tensor): Tensor {
    return x;
  }
}

/** Lets its input pass and adds l1 sum(|x|) + l2 sum(x^2), over the batch size, to the loss. */
export function activityRegularization(options: ActivityRegularizationOptions = {}): ActivityRegularization {
  return new ActivityRegularization(options);
}
