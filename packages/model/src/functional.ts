import {
  isShape,
  SymbolicTensor,
  type AnyLayer,
  type CallOptions,
  type Node,
  type Shape,
  type ShapesOf,
  type SymbolicOf,
  type Tensors,
} from '@sixstep/layers';
import { formatShape } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import { graphOf, type Graph } from './graph.js';
import { Model } from './model.js';

/** Options of `functional`. */
export interface FunctionalOptions<In extends Tensors, Out extends Tensors> {
  /** What `input({ shape })` gave, one or a list. */
  readonly inputs: SymbolicOf<In>;
  /** What layers applied to these gave, one or a list. */
  readonly outputs: SymbolicOf<Out>;
  readonly name?: string;
  readonly trainable?: boolean;
}

const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** The model behind `functional`. */
export class Functional<In extends Tensors = Tensor, Out extends Tensors = Tensor> extends Model<In, Out> {
  override readonly className: string = 'Functional';
  override readonly inputNames: readonly string[];
  override readonly outputNames: readonly string[];
  readonly inputs: readonly SymbolicTensor[];
  readonly outputs: readonly SymbolicTensor[];
  /** The layers in Keras' order: by distance from the outputs, farthest first. */
  readonly layers: readonly AnyLayer[];
  readonly graph: Graph;
  private readonly isSingle: { readonly input: boolean; readonly output: boolean };

  constructor({ inputs, outputs, ...options }: FunctionalOptions<In, Out>) {
    super(options);
    this.inputs = listOf<SymbolicTensor>(inputs as SymbolicTensor | SymbolicTensor[]);
    this.outputs = listOf<SymbolicTensor>(outputs as SymbolicTensor | SymbolicTensor[]);
    this.isSingle = { input: !Array.isArray(inputs), output: !Array.isArray(outputs) };
    this.graph = graphOf(this.inputs, this.outputs);
    this.layers = this.graph.layers;
    const names = new Set<string>();
    for (const layer of this.layers) {
      if (names.has(layer.name) && layer.hasGivenName) {
        throw new Error(`functional: expected layers of different names, received two called '${layer.name}'.`);
      }
      layer.nameApartFrom(names);
    }
    this.inputNames = this.inputs.map((x) => x.node.layer.name);
    this.outputNames = uniqueNames(this.outputs.map((x) => x.node.layer.name));
    const shapes = this.inputs.map((x) => x.shape);
    this.ensureBuilt((this.isSingle.input ? shapes[0] : shapes) as ShapesOf<In>);
    const outputShapes = this.outputs.map((x) => x.shape);
    this.outputShape = (this.isSingle.output ? outputShapes[0] : outputShapes) as ShapesOf<Out>;
  }

  /** The layers are built as they are applied: nothing is left to make. */
  override build(): void {}

  override call(x: In, options: CallOptions): Out {
    const values = new Map<SymbolicTensor, Tensor>();
    const given = listOf<Tensor>(x);
    if (given.length !== this.inputs.length) {
      throw new Error(
        `${this.name}: expected ${this.inputs.length} inputs (${this.inputNames.join(', ')}), received ${given.length}.`,
      );
    }
    this.inputs.forEach((symbol, i) => {
      const { shape } = given[i]!;
      const fits =
        shape.length === symbol.shape.length &&
        symbol.shape.every((size, axis) => size === null || size === shape[axis]);
      if (!fits) {
        const place = this.inputs.length === 1 ? '' : ` for ${this.inputNames[i]}`;
        throw new Error(
          `${this.name}: expected an input of shape ${formatShape(symbol.shape)}${place}, received ${formatShape(shape)}.`,
        );
      }
      values.set(symbol, given[i]!);
    });
    for (const node of this.graph.nodes) run(node, values, options);
    const outputs = this.outputs.map((symbol) => values.get(symbol)!);
    return (this.isSingle.output ? outputs[0] : outputs) as Out;
  }

  override computeOutputShape(inputShape: ShapesOf<In>): ShapesOf<Out> {
    const shapes = new Map<SymbolicTensor, Shape>();
    const given = (this.isSingle.input ? [inputShape] : inputShape) as readonly Shape[];
    this.inputs.forEach((symbol, i) => shapes.set(symbol, given[i]!));
    for (const { layer, inputs, takesList, options, outputs } of this.graph.nodes) {
      if (inputs.length === 0) continue;
      const found = inputs.map((symbol) => shapes.get(symbol)!);
      const shape = layer.computeOutputShape(takesList ? found : found[0]!, options) as Shape | Shape[];
      outputs.forEach((symbol, i) => shapes.set(symbol, isShape(shape) ? shape : shape[i]!));
    }
    const outputs = this.outputs.map((symbol) => shapes.get(symbol)!);
    return (this.isSingle.output ? outputs[0] : outputs) as ShapesOf<Out>;
  }

  override sublayers(): readonly AnyLayer[] {
    return this.layers;
  }
}

/** Calls the layer of `node` with the values of its inputs and notes the values of its outputs. */
function run(
  { layer, inputs, takesList, options, outputs }: Node,
  values: Map<SymbolicTensor, Tensor>,
  { training }: CallOptions,
): void {
  if (inputs.length === 0) return;
  const x = inputs.map((symbol) => values.get(symbol)!);
  const resolve = (value: unknown): unknown =>
    value instanceof SymbolicTensor ? values.get(value) : Array.isArray(value) ? value.map(resolve) : value;
  const resolved = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, resolve(value)]));
  const y = layer.apply(takesList ? x : x[0], { ...(training !== undefined && { training }), ...resolved }) as
    Tensor | Tensor[];
  listOf<Tensor>(y).forEach((tensor, i) => values.set(outputs[i]!, tensor));
}

/** Names of outputs: that of the layer, with a number where a layer gives several. */
function uniqueNames(names: readonly string[]): string[] {
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length;
    return before === 0 ? name : `${name}_${before}`;
  });
}

/**
 * A model that is a graph of layers: several inputs and outputs, shared layers, skip connections. `keras.Model(inputs, outputs)`.
 *
 * @throws Error if an output does not depend on the inputs alone
 *
 * @example
 * const x = input({ shape: [8] });
 * const h = dense({ units: 8, activation: 'relu' }).apply(x);
 * const model = functional({ inputs: x, outputs: dense({ units: 1 }).apply(h) });
 */
export function functional(options: {
  inputs: SymbolicTensor;
  outputs: SymbolicTensor;
  name?: string;
  trainable?: boolean;
}): Functional;
export function functional(options: {
  inputs: SymbolicTensor[];
  outputs: SymbolicTensor;
  name?: string;
  trainable?: boolean;
}): Functional<Tensor[]>;
export function functional(options: {
  inputs: SymbolicTensor;
  outputs: SymbolicTensor[];
  name?: string;
  trainable?: boolean;
}): Functional<Tensor, Tensor[]>;
export function functional(options: {
  inputs: SymbolicTensor[];
  outputs: SymbolicTensor[];
  name?: string;
  trainable?: boolean;
}): Functional<Tensor[], Tensor[]>;
export function functional(options: {
  inputs: SymbolicTensor | SymbolicTensor[];
  outputs: SymbolicTensor | SymbolicTensor[];
  name?: string;
  trainable?: boolean;
}): Functional<Tensor | Tensor[], Tensor | Tensor[]> {
  return new Functional(options as never);
}
