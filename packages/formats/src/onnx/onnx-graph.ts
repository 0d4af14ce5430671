import { bytes, each, float, int, message, text } from '../proto.js';

/** What an attribute of a node may be; a number is a float if it is given as `{ float }`. */
export type Attribute =
  number | string | readonly number[] | { readonly float: number } | { readonly strings: readonly string[] };

/** Values that a graph holds. */
export interface Constant {
  readonly data: Float32Array | BigInt64Array | Int32Array;
  readonly shape: readonly number[];
}

type Size = number | null;

const FLOAT = 1;
const INT32 = 6;
const INT64 = 7;

/** Version 17 of the operators, of 2022, which every runtime of today knows; format version 8 belongs to it. */
const OPSET = 17;
const IR_VERSION = 8;

/** A graph of ONNX in the making. */
export class OnnxGraph {
  private readonly nodes: Uint8Array[] = [];
  private readonly initializers: Uint8Array[] = [];
  private readonly inputs: Uint8Array[] = [];
  private readonly outputs: Uint8Array[] = [];
  private count = 0;

  /** A name that no other tensor has. */
  private fresh(base: string): string {
    return `${base}:${this.count++}`;
  }

  input(name: string, shape: readonly Size[], dtype: string): string {
    this.inputs.push(valueInfo(name, shape, dtype));
    return name;
  }

  output(name: string, from: string, shape: readonly Size[]): void {
    this.node('Identity', [from], {}, [name]);
    this.outputs.push(valueInfo(name, shape, 'float32'));
  }

  constant(base: string, { data, shape }: Constant): string {
    const name = this.fresh(base);
    const type = data instanceof Float32Array ? FLOAT : data instanceof Int32Array ? INT32 : INT64;
    this.initializers.push(
      message(
        each(shape, (size) => int(1, size)),
        int(2, type),
        text(8, name),
        bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
      ),
    );
    return name;
  }

  /** A scalar. */
  scalar(value: number): string {
    return this.constant('scalar', { data: Float32Array.of(value), shape: [] });
  }

  /** Integers for operators that take sizes or axes as a tensor. */
  integers(values: readonly number[]): string {
    return this.constant('integers', { data: BigInt64Array.from(values, BigInt), shape: [values.length] });
  }

  /** Adds a node and returns the names of its outputs. An input that is left out is ''. */
  node(
    type: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    outputs: number | readonly string[] = 1,
  ): string[] {
    const names = typeof outputs === 'number' ? Array.from({ length: outputs }, () => this.fresh(type)) : [...outputs];
    this.nodes.push(
      message(
        each(inputs, (name) => text(1, name)),
        each(names, (name) => text(2, name)),
        text(3, this.fresh(`node/${type}`)),
        text(4, type),
        each(Object.entries(attributes), ([name, value]) => bytes(5, attribute(name, value))),
      ),
    );
    return names;
  }

  /** Adds a node with one output. */
  one(type: string, inputs: readonly string[], attributes: Readonly<Record<string, Attribute>> = {}): string {
    return this.node(type, inputs, attributes)[0]!;
  }

  /** The whole as a file. */
  finish(name: string): Uint8Array {
    const graph = message(
      each(this.nodes, (node) => bytes(1, node)),
      text(2, name),
      each(this.initializers, (tensor) => bytes(5, tensor)),
      each(this.inputs, (info) => bytes(11, info)),
      each(this.outputs, (info) => bytes(12, info)),
    );
    return message(
      int(1, IR_VERSION),
      text(2, 'sixstep'),
      bytes(7, graph),
      bytes(8, message(text(1, ''), int(2, OPSET))),
    );
  }
}

function attribute(name: string, value: Attribute): Uint8Array {
  if (typeof value === 'number') return message(text(1, name), int(3, value), int(20, 2));
  if (typeof value === 'string') return message(text(1, name), text(4, value), int(20, 3));
  if ('float' in value) return message(text(1, name), float(2, value.float), int(20, 1));
  if ('strings' in value)
    return message(
      text(1, name),
      each(value.strings, (item) => text(9, item)),
      int(20, 8),
    );
  return message(
    text(1, name),
    each(value, (item) => int(8, item)),
    int(20, 7),
  );
}

function valueInfo(name: string, shape: readonly Size[], dtype: string): Uint8Array {
  const sizes = shape.map((size, axis) =>
    size === null ? text(2, axis === 0 ? 'batch' : `${name}_${axis}`) : int(1, size),
  );
  const dimensions = message(each(sizes, (size) => bytes(1, message(size))));
  const tensor = message(int(1, dtype === 'int32' ? INT32 : FLOAT), bytes(2, dimensions));
  return message(text(1, name), bytes(2, message(bytes(1, tensor))));
}
