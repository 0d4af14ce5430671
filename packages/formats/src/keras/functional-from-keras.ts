import type { AnyLayer, CallOptions, SymbolicTensor } from '@sixstep/layers';
import { functional, type AnyModel } from '@sixstep/model';
import { formatValue } from '@sixstep/parts';
import { FormatError } from '../format-error.js';
import { isJsonObject, type JsonObject } from '../parse-json.js';
import { camelCase } from './camel-case.js';
import { expectSize } from './expect-size.js';
import type { FromKerasOptions } from './from-keras-config.js';
import { made, valueFromKeras } from './from-keras-options.js';
import { inputFromKeras, modelOptions } from './input-from-keras.js';
import { isKerasPart } from './keras-part.js';
import { expectLayers, layerFromKeras, type KerasLayer } from './layer-from-keras.js';

/** One use of a layer: what it is called with. */
interface Call {
  readonly args: readonly unknown[];
  readonly kwargs: JsonObject;
}

/** `[layer, node, output]`. */
type Reference = readonly [string, number, number];

/** Names of the arguments after the first, where Keras takes several positional ones. */
const positional: Readonly<Record<string, readonly string[]>> = {
  Attention: ['mask', 'training'],
  AdditiveAttention: ['mask', 'training'],
  BatchNormalization: ['training', 'mask'],
  Bidirectional: ['initialState', 'mask', 'training'],
  Dropout: ['training'],
  GRU: ['initialState', 'mask', 'training'],
  LSTM: ['initialState', 'mask', 'training'],
  MultiHeadAttention: ['value', 'key'],
  SimpleRNN: ['initialState', 'mask', 'training'],
};

/** Where Keras' operations stand that are no layers. */
const operations = /^keras\.(src\.)?ops\b/;

const isReference = (value: unknown): value is Reference =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number' && typeof value[2] === 'number';

/** The graph of layers that Keras describes. */
export function functionalFromKeras(config: JsonObject, place: string, from: FromKerasOptions): AnyModel {
  const layers = new Map<string, AnyLayer>();
  /** What each layer gave at each of its uses. */
  const outputs = new Map<string, (readonly SymbolicTensor[] | undefined)[]>();
  /** Operations by name: Keras writes the masks of embeddings and the like so. */
  const masks = new Map<string, KerasLayer>();
  const find = ([name, node, index]: Reference): SymbolicTensor | undefined => {
    const operation = masks.get(name)?.class_name;
    if (operation === undefined) return outputs.get(name)?.[node]?.[index];
    throw new FormatError(
      `${place}: expected layers and masks, received the operation ${operation} ('${name}'). Use a layer in its place.`,
    );
  };
  /** What says more than the tensors by themselves: masks come with these, and whether it is training is the model's call. */
  const says = ([key, value]: readonly [string, unknown]): boolean =>
    key === 'training'
      ? typeof value !== 'boolean'
      : key !== 'mask' || !referencesOf(value).some(([name]) => masks.has(name));

  /** The uses that are not reached yet, in Keras' order of layers. */
  let waiting = expectLayers(config['layers'], place).flatMap((layer) => {
    const name = layer['name'] ?? layer.config['name'];
    if (typeof name !== 'string' || outputs.has(name)) {
      throw new FormatError(`${place}: expected each layer to have a name of its own, received ${formatValue(name)}.`);
    }
    if (layer.class_name === 'InputLayer') {
      outputs.set(name, [[inputFromKeras({ ...layer.config, name }, place)]]);
      return [];
    }
    if (typeof layer['module'] === 'string' && operations.test(layer['module'])) {
      masks.set(name, layer);
      return [];
    }
    layers.set(name, layerFromKeras(layer, place, from));
    outputs.set(name, []);
    return callsOf(layer, `${place}: '${name}'`).map((call, index) => ({ layer, name, call, index }));
  });
  while (waiting.length > 0) {
    const before = waiting.length;
    waiting = waiting.filter(({ layer, name, call, index }) => {
      if (outputs.get(name)!.length < index) return true;
      const [first, ...more] = call.args;
      const x = symbols(first, find, place);
      const extra = more.map((value, i) => [positional[layer.class_name]?.[i] ?? `argument${i + 1}`, value] as const);
      const given = [...extra, ...Object.entries(call.kwargs)]
        .filter(says)
        .map(([key, value]) => [camelCase(key), symbols(value, find, place)] as const);
      if ([x, ...given.map(([, value]) => value)].some((value) => [value].flat().includes(undefined))) return true;
      const options = Object.fromEntries(given.filter(([, value]) => value !== null));
      outputs.get(name)![index] = made(`'${name}'`, place, () => {
        const shapes = [x as SymbolicTensor | SymbolicTensor[]].flat().map((symbol) => symbol.shape);
        expectSize(layers.get(name)!, shapes, place);
        const y = layers.get(name)!.apply(x as SymbolicTensor, options as CallOptions) as
          SymbolicTensor | SymbolicTensor[];
        return [y].flat();
      });
      return false;
    });
    if (waiting.length === before) {
      throw new FormatError(
        `${place}: expected layers that the inputs lead to, received ${waiting.map(({ name }) => `'${name}'`).join(', ')}.`,
      );
    }
  }
  const resolve = (key: 'input_layers' | 'output_layers'): SymbolicTensor | SymbolicTensor[] => {
    const given = config[key];
    const list = isReference(given) ? [given] : Array.isArray(given) ? (given as readonly unknown[]) : [];
    const tensors = list.map((reference) => {
      const tensor = isReference(reference) ? find(reference) : undefined;
      if (tensor !== undefined) return tensor;
      throw new FormatError(`${place}: expected ${key} to name outputs of layers, received ${formatValue(reference)}.`);
    });
    if (tensors.length === 0) throw new FormatError(`${place}: expected ${key}, received ${formatValue(given)}.`);
    return isReference(given) || tensors.length === 1 ? tensors[0]! : tensors;
  };
  return made('Functional', place, () =>
    functional({ inputs: resolve('input_layers'), outputs: resolve('output_layers'), ...modelOptions(config) } as {
      inputs: SymbolicTensor;
      outputs: SymbolicTensor;
    }),
  );
}

/** The uses of a layer, also in the older form, lists of `[layer, node, output, kwargs]`. */
function callsOf(layer: KerasLayer, place: string): readonly Call[] {
  const nodes = layer['inbound_nodes'];
  if (!Array.isArray(nodes))
    throw new FormatError(`${place}: expected inbound_nodes to be a list, received ${formatValue(nodes)}.`);
  return (nodes as readonly unknown[]).map((node) => {
    if (isJsonObject(node) && Array.isArray(node['args']) && isJsonObject(node['kwargs']))
      return node as unknown as Call;
    const list = Array.isArray(node) ? (node as readonly unknown[]) : undefined;
    if (list === undefined || list.length === 0 || !list.every((item) => isReference(item))) {
      throw new FormatError(
        `${place}: expected inbound_nodes of the form { args, kwargs }, received ${formatValue(node)}.`,
      );
    }
    const tensors = list.map((item) => ({
      class_name: '__keras_tensor__',
      config: { keras_history: (item as readonly unknown[]).slice(0, 3) },
    }));
    const kwargs = (list[0] as readonly unknown[])[3];
    return { args: [tensors.length === 1 ? tensors[0] : tensors], kwargs: isJsonObject(kwargs) ? kwargs : {} };
  });
}

/** The outputs of layers that an argument refers to. */
function referencesOf(value: unknown): Reference[] {
  if (Array.isArray(value)) return value.flatMap(referencesOf);
  if (!isKerasPart(value) || !isJsonObject(value.config)) return [];
  const history: unknown = value.config['keras_history'];
  return isReference(history) ? [history] : [];
}

/** An argument with Keras' references to tensors replaced by these; undefined in the place of one not made yet. */
function symbols(value: unknown, find: (reference: Reference) => SymbolicTensor | undefined, place: string): unknown {
  if (Array.isArray(value)) return value.map((item) => symbols(item, find, place));
  if (isKerasPart(value) && value.class_name === '__keras_tensor__') {
    const history: unknown = isJsonObject(value.config) ? value.config['keras_history'] : undefined;
    if (isReference(history)) return find(history);
    throw new FormatError(
      `${place}: expected keras_history to be [layer, node, output], received ${formatValue(history)}.`,
    );
  }
  return isJsonObject(value) || typeof value === 'string' ? valueFromKeras(value, '', place) : value;
}
