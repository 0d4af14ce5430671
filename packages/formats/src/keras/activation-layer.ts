import { Layer, type AnyLayer } from '@sixstep/layers';
import type { Tensor } from '@tensorflow/tfjs-core';
import { FormatError } from '../format-error.js';

/** An activation that is a layer, as Keras allows: the function, and the layer that files name. */
export type ActivationLayer = ((x: Tensor) => Tensor) & { readonly layer: AnyLayer };

/** Layers that compute an activation and have no weights. */
const known = ['Activation', 'ELU', 'LeakyReLU', 'ReLU', 'Softmax'];

export const isActivationLayer = (value: unknown): value is ActivationLayer =>
  typeof value === 'function' && (value as Partial<ActivationLayer>).layer instanceof Layer;

/**
 * A layer as the activation of another.
 *
 * @throws FormatError if it has weights, which would be nobody's
 */
export function activationOfLayer(layer: AnyLayer, place: string): ActivationLayer {
  if (!known.includes(layer.className)) {
    throw new FormatError(
      `${place}: expected an activation to be a function or one of ${known.join(', ')}, received ${layer.className}. ` +
        `Put it into the model as a layer of its own.`,
    );
  }
  return Object.assign((x: Tensor) => (layer as Layer).apply(x), { layer });
}
