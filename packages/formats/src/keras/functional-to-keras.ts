import { InputLayer, SymbolicTensor, type Node } from '@sixstep/layers';
import type { Functional } from '@sixstep/model';
import type { JsonObject, JsonValue } from '../parse-json.js';
import { inputToKeras, layerToKeras } from './layer-to-keras.js';
import { snakeCase } from './snake-case.js';
import { valueToKeras } from './to-keras-options.js';

/** A graph of layers as Keras writes it. */
export function functionalToKeras(model: Functional, place: string): JsonObject {
  const inGraph = new Set<Node>(model.graph.nodes);
  const nodesOf = ({ layer }: Node): Node[] => layer.nodes.filter((node) => inGraph.has(node));
  const reference = ({ node, index }: SymbolicTensor): JsonValue => [
    node.layer.name,
    nodesOf(node).indexOf(node),
    index,
  ];
  const tensor = (symbol: SymbolicTensor): JsonObject => ({
    class_name: '__keras_tensor__',
    config: { shape: symbol.shape as JsonValue, dtype: symbol.dtype, keras_history: reference(symbol) },
  });
  const argument = (value: unknown): JsonValue => {
    if (value instanceof SymbolicTensor) return tensor(value);
    if (Array.isArray(value)) return value.map(argument);
    return valueToKeras(value, place);
  };
  const call = ({ layer, inputs, takesList, options }: Node): JsonObject => {
    const kwargs: Record<string, JsonValue> = {};
    for (const [name, value] of Object.entries(options))
      if (value !== undefined) kwargs[snakeCase(name)] = argument(value);
    // Keras takes the value as well as the query, also where they are one.
    if (layer.className === 'MultiHeadAttention' && !('value' in kwargs)) kwargs['value'] = tensor(inputs[0]!);
    return { args: [takesList ? inputs.map(tensor) : tensor(inputs[0]!)], kwargs };
  };
  const layers = model.layers.map((layer): JsonObject => {
    const nodes = layer.nodes.filter((node) => inGraph.has(node));
    const { name } = layer;
    if (layer instanceof InputLayer) {
      return { ...inputToKeras(name, layer.output.shape, layer.output.dtype), name, inbound_nodes: [] };
    }
    return {
      ...layerToKeras(layer, place),
      name,
      inbound_nodes: nodes.filter(({ inputs }) => inputs.length > 0).map(call),
    };
  });
  const ends = (symbols: readonly SymbolicTensor[], shape: unknown): JsonValue =>
    Array.isArray(shape) && Array.isArray(shape[0]) ? symbols.map(reference) : reference(symbols[0]!);
  return {
    module: 'keras.src.models.functional',
    class_name: 'Functional',
    config: {
      name: model.name,
      trainable: model.trainable,
      layers,
      input_layers: ends(model.inputs, model.inputShape),
      output_layers: ends(model.outputs, model.outputShape),
    },
    registered_name: 'Functional',
  };
}
