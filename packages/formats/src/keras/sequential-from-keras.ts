import { Layer, SymbolicTensor, type Shape } from '@sixstep/layers';
import { sequential, type AnyModel } from '@sixstep/model';
import type { JsonObject } from '../parse-json.js';
import type { FromKerasOptions } from './from-keras-config.js';
import { made } from './from-keras-options.js';
import { expectSize } from './expect-size.js';
import { inputFromKeras, modelOptions, shapeFromKeras } from './input-from-keras.js';
import { expectLayers, layerFromKeras } from './layer-from-keras.js';

/** The chain of layers that Keras describes. */
export function sequentialFromKeras(config: JsonObject, place: string, from: FromKerasOptions): AnyModel {
  const layers = expectLayers(config['layers'], place);
  const items = layers.map((layer) =>
    layer.class_name === 'InputLayer' ? inputFromKeras(layer.config, place) : layerFromKeras(layer, place, from),
  );
  const head = layers[0];
  const shape =
    head?.class_name === 'InputLayer'
      ? undefined
      : shapeFromKeras(
          config['build_input_shape'] ?? head?.config['batch_input_shape'] ?? head?.config['batch_shape'],
          place,
        );
  return made('Sequential', place, () => {
    const first = items[0];
    let at = shape ?? (first instanceof SymbolicTensor ? first.shape : undefined);
    // Built one by one, so that each is looked at before it is called.
    for (const layer of items) {
      if (at === undefined || !(layer instanceof Layer)) continue;
      expectSize(layer, [at], place);
      layer.ensureBuilt(at);
      at = layer.computeOutputShape(at) as Shape;
    }
    const model = sequential(items, modelOptions(config));
    if (shape !== undefined && !model.built) model.ensureBuilt(shape);
    return model;
  });
}
