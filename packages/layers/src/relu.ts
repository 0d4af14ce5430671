import { relu as reluFunction } from '@sixstep/activations';
import { expectNumber } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import { Elementwise } from './elementwise.js';
import type { LayerOptions } from './layer.js';
import { withDefaults } from './with-defaults.js';

/** Options of `relu`. */
export interface ReLUOptions extends LayerOptions {
  /** The largest output; none by default. */
  readonly maxValue?: number | null | undefined;
  /** The slope below the threshold. Default 0. */
  readonly negativeSlope?: number | undefined;
  /** Where the unit turns on. Default 0. */
  readonly threshold?: number | undefined;
}

/** The layer behind `relu`. */
export class ReLU extends Elementwise {
  override readonly className: string = 'ReLU';
  private readonly settings: {
    readonly maxValue: number | null;
    readonly negativeSlope: number;
    readonly threshold: number;
  };

  constructor(options: ReLUOptions = {}) {
    const settings = withDefaults(options, { maxValue: null, negativeSlope: 0, threshold: 0 });
    super(settings);
    const { maxValue, negativeSlope, threshold } = settings as ReLUOptions;
    this.settings = {
      maxValue: maxValue == null ? null : expectNumber('relu', 'maxValue', maxValue, { min: 0 }),
      negativeSlope: expectNumber('relu', 'negativeSlope', negativeSlope, { min: 0 }),
      threshold: expectNumber('relu', 'threshold', threshold, { min: 0 }),
    };
  }

  override call(x: Tensor): Tensor {
    return reluFunction(x, this.settings);
  }
}

/**
 * Rectified linear unit as a layer, with all options.
 *
 * y = min(x, maxValue) if x > threshold, else negativeSlope (x - threshold)
 *
 * @throws Error if an option is negative
 */
export function relu(options: ReLUOptions = {}): ReLU {
  return new ReLU(options);
}
