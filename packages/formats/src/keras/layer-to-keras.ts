import { Functional, Sequential } from '@sixstep/model';
import type { AnyLayer } from '@sixstep/layers';
import type { JsonObject, JsonValue } from '../parse-json.js';
import { functionalToKeras } from './functional-to-keras.js';
import { kerasPart } from './keras-part.js';
import { layerClassNames } from './layer-class.js';
import { sequentialToKeras } from './sequential-to-keras.js';
import { optionsToKeras } from './to-keras-options.js';

/** A shape as Keras writes it. */
export const shapeToKeras = (shape: readonly unknown[] | undefined): JsonValue =>
  shape === undefined ? null : (shape as JsonValue);

/** Options that Keras' class does not take, since they are always the same. */
const notTaken: Readonly<Record<string, readonly string[]>> = {
  ActivityRegularization: ['activityRegularizer'],
  Cropping1D: ['dataFormat'],
  SpatialDropout1D: ['trainable'],
  SpatialDropout2D: ['trainable'],
};

/**
 * A layer, or model, as Keras writes it.
 *
 * @throws Error that names the layer, if it is of the user's own class or holds a function of the user's own
 */
export function layerToKeras(layer: AnyLayer, place: string): JsonObject {
  if (layer instanceof Sequential) return sequentialToKeras(layer, place);
  if (layer instanceof Functional) return functionalToKeras(layer, place);
  if (!layerClassNames.includes(layer.className)) {
    throw new Error(
      `${place}: expected layers of Sixstep, received ${layer.className} '${layer.name}'. Save the weights alone, ` +
        `and make the model by the same code before loading them.`,
    );
  }
  const options = Object.fromEntries(
    Object.entries(layer.config).filter(([name]) => !notTaken[layer.className]?.includes(name)),
  );
  const config = optionsToKeras(options, `${place}: ${layer.name}`);
  return kerasPart('keras.layers', layer.className, { ...config, dtype: 'float32' });
}

/** An `InputLayer` as Keras writes it. */
export const inputToKeras = (name: string, shape: readonly (number | null)[], dtype: string): JsonObject =>
  kerasPart('keras.layers', 'InputLayer', { batch_shape: shape, dtype, sparse: false, ragged: false, name });
