import type { AnyLayer, Node, SymbolicTensor } from '@sixstep/layers';
import { Functional, Sequential, type AnyModel } from '@sixstep/model';
import { layerWriters } from './onnx/layers-to-onnx.js';
import { OnnxGraph } from './onnx/onnx-graph.js';
import { expectBuilt } from './write-weights-h5.js';

type Shape = readonly (number | null)[];
type Value = { readonly name: string; readonly shape: Shape };

/**
 * A model in the ONNX format, operators of opset 17: what the model does when it does not train. Inputs and outputs are laid out
 * as here (channels last) and named after their layers.
 *
 * @throws Error that names the layer, if it cannot be written: attention, masks, stateful layers and layers of the user's own
 *
 * @example
 * await writeFile('model.onnx', writeOnnx(model));
 */
export function writeOnnx(model: AnyModel): Uint8Array {
  expectBuilt('writeOnnx', model);
  if (!(model instanceof Sequential) && !(model instanceof Functional)) {
    throw new Error(`writeOnnx: expected a sequential or functional model, received ${(model as AnyModel).className}.`);
  }
  const graph = new OnnxGraph();
  const shapes = listOfShapes(model.inputShape);
  const given =
    model instanceof Functional
      ? model.inputs.map(({ node, dtype }) => ({ name: node.layer.name, dtype }))
      : [{ name: model.inputLayer?.name ?? 'input', dtype: model.inputLayer?.output.dtype ?? 'float32' }];
  const inputs = given.map(({ name, dtype }, i) => ({ name: graph.input(name, shapes[i]!, dtype), shape: shapes[i]! }));
  const outputs = write(graph, model, inputs, {});
  const names = model instanceof Functional ? model.outputNames : [model.layers.at(-1)!.name];
  outputs.forEach(({ name, shape }, i) =>
    graph.output(`${names[i]!}${given.some((input) => input.name === names[i]) ? '_output' : ''}`, name, shape),
  );
  return graph.finish(model.name);
}

const listOfShapes = (shape: unknown): readonly Shape[] =>
  Array.isArray((shape as Shape[])[0]) ? (shape as Shape[]) : [shape as Shape];

/** Writes a layer, or all layers of a model, for these inputs. */
function write(graph: OnnxGraph, layer: AnyLayer, inputs: readonly Value[], options: Node['options']): Value[] {
  if (layer instanceof Sequential) {
    return layer.layers.reduce<Value[]>((values, item) => write(graph, item, values, {}), [...inputs]);
  }
  if (layer instanceof Functional) return writeGraph(graph, layer, inputs);
  const writer = Object.hasOwn(layerWriters, layer.className) ? layerWriters[layer.className] : undefined;
  if (writer === undefined) {
    throw new Error(
      `writeOnnx: cannot write ${layer.className} '${layer.name}'. Known are ${Object.keys(layerWriters).join(', ')}.`,
    );
  }
  const [option] = Object.entries(options).find(([, value]) => value != null && typeof value === 'object') ?? [];
  if (option !== undefined)
    throw new Error(`writeOnnx: cannot write ${layer.className} '${layer.name}' with ${option}.`);
  const shapes = inputs.map(({ shape }) => shape);
  const names = writer({ graph, layer, config: layer.config, inputs: inputs.map(({ name }) => name), shapes });
  const found = listOfShapes(layer.computeOutputShape(shapes.length > 1 ? shapes : shapes[0]!, options));
  return names.map((name, i) => ({ name, shape: found[i]! }));
}

function writeGraph(graph: OnnxGraph, model: Functional, inputs: readonly Value[]): Value[] {
  const values = new Map<SymbolicTensor, Value>(model.inputs.map((symbol, i) => [symbol, inputs[i]!]));
  for (const { layer, inputs: from, options, outputs } of model.graph.nodes) {
    if (from.length === 0) continue;
    const found = write(
      graph,
      layer,
      from.map((symbol) => values.get(symbol)!),
      options,
    );
    outputs.forEach((symbol, i) => values.set(symbol, found[i]!));
  }
  return model.outputs.map((symbol) => values.get(symbol)!);
}
