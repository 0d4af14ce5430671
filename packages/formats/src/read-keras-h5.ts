import type { AnyModel } from '@sixstep/model';
import { formatValue } from '@sixstep/parts';
import { FormatError } from './format-error.js';
import { readHdf5, type Hdf5Reader } from './hdf5/read-hdf5.js';
import { compileFromKeras } from './keras/compile-from-keras.js';
import { fromKerasConfig } from './keras/from-keras-config.js';
import { assignAll, assignment, type Assignment } from './load-weights-h5.js';
import { setSlotArrays } from './optimizer-slots.js';
import { isJsonObject, parseJson, type JsonObject } from './parse-json.js';
import type { ReadKerasOptions } from './read-keras.js';
import type { AnyLayer } from '@sixstep/layers';
import { Functional, Sequential } from '@sixstep/model';

const PLACE = 'readKerasH5';

/**
 * Reads a whole model in the older `.h5` format (Keras 2 and `model.save('x.h5')` of Keras 3).
 *
 * @returns the model with its weights; compiled, with the optimizer's state, if the file says how
 * @throws FormatError that says what is wrong, if the file is damaged, hostile or asks for a layer that there is not
 */
export async function readKerasH5(bytes: Uint8Array, options: ReadKerasOptions = {}): Promise<AnyModel> {
  return readHdf5(bytes, PLACE, options, (file) => {
    const config = json(file, 'model_config');
    if (config === undefined)
      throw new FormatError(`${PLACE}: expected a whole model, received a file without model_config.`);
    const version = file.attribute('', 'keras_version') ?? file.attribute('model_weights', 'keras_version');
    const keras2 = typeof version === 'string' && /^[12]\./.test(version);
    const model = fromKerasConfig(config, { keras2, maxWeights: Math.max(bytes.length, 1024), ...options });
    try {
      assignAll(weightsOf(file, model));
      const compile = options.compile === false ? undefined : json(file, 'training_config');
      if (isJsonObject(compile)) compileModel(file, model, compile);
      return model;
    } catch (error) {
      model.dispose();
      throw error;
    }
  });
}

function json(file: Hdf5Reader, name: string): unknown {
  const text = file.attribute('', name);
  if (text === undefined) return undefined;
  if (typeof text !== 'string') throw new FormatError(`${PLACE}: expected ${name} to be one text, received several.`);
  return parseJson(text, `${PLACE}: ${name}`);
}

/** A list of names, which is in pieces where it is long. */
function names(file: Hdf5Reader, path: string, name: string): readonly string[] {
  const whole = file.attribute(path, name);
  if (whole !== undefined) return [whole].flat();
  const found: string[] = [];
  for (let i = 0; ; i++) {
    const piece = file.attribute(path, `${name}${i}`);
    if (piece === undefined) return found;
    found.push(...[piece].flat());
  }
}

/** The weights in order, layer by layer; within a layer trainable ones come first. */
function weightsOf(file: Hdf5Reader, model: AnyModel): Assignment[] {
  const root = file.keys('model_weights') === undefined ? '' : 'model_weights';
  const layers = (
    model instanceof Sequential || model instanceof Functional ? (model.layers as readonly AnyLayer[]) : []
  ).filter((layer) => layer.namedWeights().length > 0);
  const groups = names(file, root, 'layer_names')
    .map((name) => ({ name, weights: names(file, `${root}/${name}`, 'weight_names') }))
    .filter(({ weights }) => weights.length > 0);
  if (groups.length !== layers.length) {
    throw new FormatError(`${PLACE}: expected ${layers.length} layers with weights, received ${groups.length}.`);
  }
  return layers.flatMap((layer, i) => {
    const { name, weights } = groups[i]!;
    const own = layer.namedWeights();
    const order = [
      ...own.filter((w) => w.trainable || !layer.trainable),
      ...own.filter((w) => !w.trainable && layer.trainable),
    ];
    if (order.length !== weights.length) {
      throw new FormatError(
        `${PLACE}: expected ${order.length} weights of layer '${layer.name}', received ${weights.length}.`,
      );
    }
    return order.map(({ variable }, k) => {
      const path = `${root}/${name}/${weights[k]!}`;
      return assignment(variable, file.array(path), `'${path}'`, PLACE);
    });
  });
}

function compileModel(file: Hdf5Reader, model: AnyModel, compile: JsonObject): void {
  try {
    model.compile(compileFromKeras(compile));
  } catch (error) {
    throw new FormatError(`${PLACE}: cannot compile: ${(error as Error).message}`);
  }
  const root = 'optimizer_weights';
  if (file.keys(root) === undefined) return;
  const arrays = names(file, root, 'weight_names').map((name) => file.array(`${root}/${name}`));
  if (arrays.length === 0) return;
  // Keras 2 kept other things in another order.
  const iteration = arrays[0]!;
  if (iteration.shape.length > 0)
    throw new FormatError(
      `${PLACE}: expected the optimizer's state to begin with its step, received ${formatValue(iteration.shape)}.`,
    );
  setSlotArrays(model, arrays, PLACE);
}
