import * as layers from '@sixstep/layers';
import { input, type AnyLayer, type SymbolicTensor } from '@sixstep/layers';
import { functional, sequential, type AnyModel } from '@sixstep/model';
import { camelCase } from './camel-case.js';
import { findExport } from './find-export.js';
import { isJson, isSerializedPart, type Json, type SerializedPart } from './fixture.js';
import { optionsFromKeras, valueFromKeras } from './from-keras.js';

interface InboundNode {
  readonly args: readonly unknown[];
  readonly kwargs: Json;
}

type LayerConfig = SerializedPart & {
  readonly name?: string;
  readonly config: Json & { readonly name?: string };
  readonly inbound_nodes?: readonly InboundNode[];
};

/** Names of the arguments after the first, where Keras takes several positional ones. */
const positional: Readonly<Record<string, readonly string[]>> = {
  MultiHeadAttention: ['value', 'key'],
};

/**
 * The model, or layer, that Keras describes in `to_json()`.
 *
 * @throws NotSupported if we have no such layer
 */
export function modelFromKeras(model: SerializedPart): AnyModel {
  return layerFromKeras(model as LayerConfig) as AnyModel;
}

function layerFromKeras(layer: LayerConfig): AnyLayer {
  if (layer.class_name === 'Sequential') return sequentialFromKeras(layer.config);
  if (layer.class_name === 'Functional' || layer.class_name === 'Model') return functionalFromKeras(layer.config);
  // The fixtures were made on TensorFlow, where the gradient of an embedding is a list of rows.
  const sparse = layer.class_name === 'Embedding' && { sparse: true };
  return findExport(layers, layer.class_name)({ ...optionsFromKeras(layer.config), ...sparse }) as AnyLayer;
}

function inputFromKeras({ config }: LayerConfig): SymbolicTensor {
  const shape = (config['batch_shape'] ?? config['batch_input_shape']) as readonly (number | null)[];
  const { name } = config;
  const dtype = typeof config['dtype'] === 'string' && config['dtype'].startsWith('int') ? 'int32' : 'float32';
  return input({ shape: shape.slice(1), dtype, ...(name === undefined ? {} : { name }) });
}

const named = ({ name }: Json): { name?: string } => (typeof name === 'string' ? { name } : {});

function sequentialFromKeras(config: Json): AnyModel {
  const items = (config['layers'] as readonly LayerConfig[]).map((layer) =>
    layer.class_name === 'InputLayer' ? inputFromKeras(layer) : layerFromKeras(layer),
  );
  return sequential(items, named(config));
}

/** `[layer, node, output]`, one of them or a list. */
type Reference = readonly [string, number, number];
const references = (value: unknown): readonly Reference[] => {
  const list = value as readonly unknown[];
  return (typeof list[0] === 'string' ? [list] : list) as readonly Reference[];
};

function functionalFromKeras(config: Json): AnyModel {
  const made = new Map<string, AnyLayer>();
  /** What each layer gave at each of its uses. */
  const outputs = new Map<string, SymbolicTensor[][]>();
  const find = ([name, node, index]: Reference): SymbolicTensor | undefined => outputs.get(name)?.[node]?.[index];

  /** The nodes of the graph that are not reached yet, in Keras' order of layers. */
  let waiting = (config['layers'] as readonly LayerConfig[]).flatMap((layer) => {
    const name = layer.name ?? layer.config.name!;
    if (layer.class_name === 'InputLayer') {
      outputs.set(name, [[inputFromKeras(layer)]]);
      return [];
    }
    made.set(name, layerFromKeras(layer));
    outputs.set(name, []);
    return layer.inbound_nodes!.map((node, index) => ({ layer, name, node, index }));
  });
  while (waiting.length > 0) {
    const before = waiting.length;
    waiting = waiting.filter(({ layer, name, node, index }) => {
      if (outputs.get(name)!.length < index) return true;
      const args = node.args.map((argument) => symbols(argument, find));
      const kwargs = Object.entries(node.kwargs).map(([key, value]) => [camelCase(key), symbols(value, find)] as const);
      if ([...args, ...kwargs.map(([, value]) => value)].some((value) => [value].flat().includes(undefined)))
        return true;
      const [x, ...more] = args;
      const extra = more.map((value, i) => [positional[layer.class_name]?.[i] ?? `argument${i + 1}`, value] as const);
      const options = Object.fromEntries([...extra, ...kwargs].filter(([, value]) => value !== null));
      const y = made.get(name)!.apply(x as SymbolicTensor, options as layers.CallOptions) as
        SymbolicTensor | SymbolicTensor[];
      outputs.get(name)![index] = [y].flat();
      return false;
    });
    if (waiting.length === before)
      throw new Error(`cannot reach ${waiting.map(({ name }) => name).join(', ')} from the inputs`);
  }
  const inputs = references(config['input_layers']).map((reference) => find(reference)!);
  const results = references(config['output_layers']).map((reference) => find(reference)!);
  const one = (list: unknown, values: SymbolicTensor[]): SymbolicTensor | SymbolicTensor[] =>
    typeof (list as readonly unknown[])[0] === 'string' || values.length === 1 ? values[0]! : values;
  return functional({
    inputs: one(config['input_layers'], inputs) as SymbolicTensor[],
    outputs: one(config['output_layers'], results) as SymbolicTensor[],
    ...named(config),
  });
}

/** An argument with Keras' references to tensors replaced by these; undefined in the place of one not made yet. */
function symbols(value: unknown, find: (reference: Reference) => SymbolicTensor | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => symbols(item, find));
  if (isSerializedPart(value) && value.class_name === '__keras_tensor__') {
    return find((value.config as Json)['keras_history'] as Reference);
  }
  return isJson(value) || typeof value === 'string' ? valueFromKeras(value) : value;
}
