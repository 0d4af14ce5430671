import type { AnyLayer } from '@sixstep/layers';
import type { Config } from '@sixstep/parts';
import type { Constant, OnnxGraph } from './onnx-graph.js';

/** A use of a layer that is to be written. */
export interface LayerContext {
  readonly graph: OnnxGraph;
  readonly layer: AnyLayer;
  readonly config: Config;
  /** The names of the inputs. */
  readonly inputs: readonly string[];
  /** The inputs' shapes, batch first. */
  readonly shapes: readonly (readonly (number | null)[])[];
}

/** Writes one use of a layer and returns the names of its outputs. */
export type LayerWriter = (context: LayerContext) => string[];

/** The values of a weight by its name; undefined if the layer has none. */
export function weight(
  { layer }: LayerContext,
  name: string,
): { readonly data: Float32Array; readonly shape: readonly number[] } | undefined {
  const found = layer.namedWeights().find(({ path }) => path === name || path.endsWith(`/${name}`));
  return found && { data: found.variable.dataSync() as Float32Array, shape: found.variable.shape };
}

/** A number, or a list with one for each dimension, as a list. */
export const spread = (value: unknown, length: number): number[] =>
  Array.isArray(value) ? (value as number[]) : Array.from({ length }, () => value as number);

/** The array with its dimensions in another order. */
export function permuted(
  { data, shape }: { readonly data: Float32Array; readonly shape: readonly number[] },
  order: readonly number[],
): Constant & { data: Float32Array } {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const to = order.map((axis) => shape[axis]!);
  const out = new Float32Array(data.length);
  const index = to.map(() => 0);
  for (let i = 0; i < out.length; i++) {
    out[i] = data[index.reduce((at, k, axis) => at + k * strides[order[axis]!]!, 0)]!;
    for (let axis = to.length - 1; axis >= 0; axis--) {
      if (++index[axis]! < to[axis]!) break;
      index[axis] = 0;
    }
  }
  return { data: out, shape: to };
}

/** @throws Error that says what of a layer ONNX, or this package, cannot say */
export function refuse({ layer }: LayerContext, what: string): never {
  throw new Error(`writeOnnx: cannot write ${layer.className} '${layer.name}': ${what}.`);
}
