import type { Activation as ActivationFunction, ActivationName } from '@sixstep/activations';
import type { Tensor } from '@tensorflow/tfjs-core';
import { resolveActivation } from './resolve-activation.js';
import { Elementwise } from './elementwise.js';
import type { LayerOptions } from './layer.js';

/** Options of `activation`. */
export interface ActivationOptions extends LayerOptions {
  /** A name such as `'relu'`, or a function. */
  readonly activation: ActivationFunction | ActivationName;
}

/** The layer behind `activation`. */
export class Activation extends Elementwise {
  override readonly className: string = 'Activation';
  private readonly activation: ActivationFunction;

  constructor(options: ActivationOptions) {
    const [activation, named] = resolveActivation('activation', options.activation);
    super({ ...options, activation: named } as LayerOptions);
    this.activation = activation;
  }

  override call(x: Tensor): Tensor {
    return this.activation(x);
  }
}

/**
 * Applies an activation function to each element.
 *
 * y = activation(x)
 *
 * @throws Error on an unknown name, with the nearest known one
 */
export function activation(options: ActivationOptions): Activation {
  return new Activation(options);
}
