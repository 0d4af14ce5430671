import type { Sequential } from '@sixstep/model';
import type { JsonObject, JsonValue } from '../parse-json.js';
import { kerasPart } from './keras-part.js';
import { inputToKeras, layerToKeras, shapeToKeras } from './layer-to-keras.js';

/** A chain of layers as Keras writes it. */
export function sequentialToKeras(model: Sequential, place: string): JsonObject {
  const shape = model.inputShape as readonly (number | null)[] | undefined;
  const head = model.inputLayer;
  const dtype = head?.output.dtype ?? 'float32';
  const layers: JsonValue[] = model.layers.map((layer) => layerToKeras(layer, place));
  if (shape !== undefined) layers.unshift(inputToKeras(head?.name ?? 'input_layer', head?.inputShape ?? shape, dtype));
  const config = { name: model.name, trainable: model.trainable, dtype: 'float32', layers };
  if (shape === undefined) return kerasPart('keras', 'Sequential', config);
  return {
    ...kerasPart('keras', 'Sequential', { ...config, build_input_shape: shapeToKeras(shape) }),
    build_config: { input_shape: shapeToKeras(shape) },
  };
}
