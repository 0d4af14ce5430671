import type { AnyModel } from '@sixstep/model';
import type { JsonObject } from '../parse-json.js';
import { layerToKeras } from './layer-to-keras.js';

/**
 * The model as Keras describes it, as `to_json()` gives it: `fromKerasConfig` and `keras.models.model_from_json` make it
 * again, with weights drawn anew.
 *
 * @throws Error that names the layer, if one is of the user's own class
 */
export function toKerasConfig(model: AnyModel): JsonObject {
  return layerToKeras(model, 'toKerasConfig');
}
