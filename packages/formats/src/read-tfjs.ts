import type { AnyLayer } from '@sixstep/layers';
import { Functional, Sequential, type AnyModel } from '@sixstep/model';
import { formatValue } from '@sixstep/parts';
import { FormatError } from './format-error.js';
import { compileFromKeras } from './keras/compile-from-keras.js';
import { fromKerasConfig } from './keras/from-keras-config.js';
import { assignAll, assignment, type Assignment } from './load-weights-h5.js';
import { isJsonObject, parseJson, type JsonObject, type JsonValue } from './parse-json.js';
import type { StoredTensor } from './safetensors-types.js';

const PLACE = 'readTfjs';

/** The weights' types that are read, with their sizes in bytes. */
const types = { float32: 'F32', int32: 'I32' } as const;

interface NamedTensor extends StoredTensor {
  readonly name: string;
}

/**
 * Reads a model that TensorFlow.js layers saved (`model.save`), or that its converter made of a Keras 2 model.
 *
 * @param modelJson the text of `model.json`
 * @param weights the bytes of the files that it names, in their order, as one
 * @param options.compile whether to compile the model as the file says. Default true
 * @throws FormatError that says what is wrong, if the files are damaged or ask for a layer that there is not
 */
export function readTfjs(
  modelJson: string,
  weights: Uint8Array,
  { compile = true }: { readonly compile?: boolean } = {},
): AnyModel {
  const json = parseJson(modelJson, `${PLACE}: model.json`);
  const topology = isJsonObject(json) ? json['modelTopology'] : undefined;
  if (!isJsonObject(json) || !isJsonObject(topology)) {
    throw new FormatError(`${PLACE}: expected model.json of TensorFlow.js layers, received one without modelTopology.`);
  }
  const tensors = tensorsOf(json['weightsManifest'], weights);
  const model = fromKerasConfig(topology['model_config'] ?? topology, {
    keras2: true,
    maxWeights: Math.max(weights.length, 1024),
  });
  try {
    assignAll(matched(model, tensors));
    const training = json['trainingConfig'] ?? topology['training_config'];
    if (compile && isJsonObject(training)) {
      try {
        model.compile(compileFromKeras(training));
      } catch (error) {
        throw new FormatError(`${PLACE}: cannot compile: ${(error as Error).message}`);
      }
    }
    return model;
  } catch (error) {
    model.dispose();
    throw error;
  }
}

/** The arrays, one after the other. */
function tensorsOf(manifest: JsonValue | undefined, bytes: Uint8Array): NamedTensor[] {
  const groups = Array.isArray(manifest) ? (manifest as readonly JsonValue[]) : [];
  const entries = groups.flatMap((group) =>
    isJsonObject(group) && Array.isArray(group['weights']) ? (group['weights'] as JsonValue[]) : [],
  );
  let at = 0;
  const tensors = entries.map((entry): NamedTensor => {
    const { name, shape, dtype } = checked(entry);
    const end = at + shape.reduce((size, n) => size * n, 4);
    if (end > bytes.length)
      throw new FormatError(`${PLACE}: expected '${name}' to end within ${bytes.length} bytes, received ${end}.`);
    const buffer = bytes.slice(at, end).buffer;
    at = end;
    return {
      name,
      shape,
      dtype: types[dtype],
      data: dtype === 'float32' ? new Float32Array(buffer) : new Int32Array(buffer),
    };
  });
  if (at !== bytes.length)
    throw new FormatError(`${PLACE}: expected ${at} bytes of weights, received ${bytes.length}.`);
  return tensors;
}

function checked(entry: JsonValue): { name: string; shape: readonly number[]; dtype: keyof typeof types } {
  const { name, shape, dtype, quantization } = (isJsonObject(entry) ? entry : {}) as JsonObject;
  const sizes = Array.isArray(shape) && shape.every((n) => Number.isSafeInteger(n) && (n as number) >= 0);
  if (typeof name !== 'string' || !sizes) {
    throw new FormatError(
      `${PLACE}: expected weights of the form { name, shape, dtype }, received ${formatValue(entry)}.`,
    );
  }
  if (quantization !== undefined)
    throw new FormatError(`${PLACE}: expected '${name}' not to be quantized. Convert the model without quantization.`);
  if (typeof dtype !== 'string' || !Object.hasOwn(types, dtype)) {
    throw new FormatError(
      `${PLACE}: expected '${name}' to be of type float32 or int32, received ${formatValue(dtype)}.`,
    );
  }
  return { name, shape: shape as readonly number[], dtype: dtype as keyof typeof types };
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The weights of each layer by their last names, or in order where these differ from ours. */
function matched(model: AnyModel, tensors: readonly NamedTensor[]): Assignment[] {
  const layers = layersOf(model).filter((layer) => layer.namedWeights().length > 0);
  let used = 0;
  const assignments = layers.flatMap((layer) => {
    const found = tensors.filter(({ name }) => name.split('/').includes(layer.name));
    const own = layer.namedWeights();
    if (found.length !== own.length) {
      throw new FormatError(
        `${PLACE}: expected ${own.length} weights of layer '${layer.name}', received ${found.length}.`,
      );
    }
    used += found.length;
    const names = found.map(({ name }) => lastOf(name));
    const byName = new Set(names).size === names.length && own.every(({ path }) => names.includes(lastOf(path)));
    return own.map(({ path, variable }, i) => {
      const value = byName ? found[names.indexOf(lastOf(path))]! : found[i]!;
      return assignment(variable, value, `'${value.name}'`, PLACE);
    });
  });
  if (used !== tensors.length) throw new FormatError(`${PLACE}: expected ${used} weights, received ${tensors.length}.`);
  return assignments;
}

/** The layers of a model and of the models in it. */
const layersOf = (layer: AnyLayer): AnyLayer[] =>
  layer instanceof Sequential || layer instanceof Functional
    ? (layer.layers as readonly AnyLayer[]).flatMap(layersOf)
    : [layer];
