import { InputLayer, SymbolicTensor, type AnyLayer, type CallOptions, type Shape } from '@sixstep/layers';
import { formatValue } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import { Layer } from '@sixstep/layers';
import { Model } from './model.js';

/** Options of `sequential`. */
export interface SequentialOptions {
  readonly name?: string;
  readonly trainable?: boolean;
}

/** A factory or a class in place of a layer: what to write. */
function hintFor(item: unknown): string {
  if (typeof item !== 'function' || item.name === '') return '';
  return item.prototype instanceof Layer ? ` Make one: new ${item.name}().` : ` Call it: ${item.name}().`;
}

/** The model behind `sequential`. */
export class Sequential extends Model {
  override readonly className: string = 'Sequential';
  readonly layers: readonly AnyLayer[];
  /** What `input({ shape })` at the head said. */
  readonly inputLayer: InputLayer | undefined;

  constructor(items: readonly (AnyLayer | SymbolicTensor)[], options: SequentialOptions = {}) {
    super(options);
    if (!Array.isArray(items)) {
      throw new Error(
        `sequential: expected a list of layers, received ${formatValue(items)}. Put them in one, e.g. sequential([flatten(), dense({ units: 10 })]).`,
      );
    }
    const [head] = items as readonly (AnyLayer | SymbolicTensor)[];
    const first = head instanceof SymbolicTensor ? head.node.layer : head;
    this.inputLayer = first instanceof InputLayer ? first : undefined;
    this.layers = (this.inputLayer === undefined ? items : items.slice(1)).map((layer, i) => {
      if (layer instanceof Layer) return layer as AnyLayer;
      throw new Error(
        `sequential: expected a layer at position ${i}, received ${formatValue(layer)}.${hintFor(layer)}`,
      );
    });
    const repeated = this.layers.find((layer, i) => this.layers.indexOf(layer) !== i);
    if (repeated !== undefined) {
      throw new Error(
        `sequential: expected each layer once, received ${repeated.name} twice. Use functional to share a layer.`,
      );
    }
    const names = new Set<string>();
    for (const layer of this.layers) {
      if (names.has(layer.name) && layer.hasGivenName) {
        throw new Error(`sequential: expected layers of different names, received two called '${layer.name}'.`);
      }
      layer.nameApartFrom(names);
    }
    const inputShape = (this.inputLayer ?? this.layers[0])?.inputShape as Shape | undefined;
    if (inputShape !== undefined) this.ensureBuilt(inputShape);
  }

  override build(inputShape: Shape): void {
    let shape = inputShape;
    for (const layer of this.layers) {
      layer.ensureBuilt(shape);
      shape = layer.computeOutputShape(shape) as Shape;
      layer.outputShape = shape;
    }
    this.outputShape = shape;
    const axes = inputShape.flatMap((size, axis): [number, number][] =>
      size === null || axis === 0 ? [] : [[axis, size]],
    );
    this.inputSpec = { rank: inputShape.length, axes: Object.fromEntries(axes) };
  }

  override call(x: Tensor, options: CallOptions): Tensor {
    // `mask` is the caller's word on x; what lies on each later tensor travels with it.
    const { training: _, ...first } = options;
    let y: Tensor = x;
    for (const [i, layer] of this.layers.entries()) y = layer.apply(y, i === 0 ? first : {}) as Tensor;
    return y;
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return this.layers.reduce((shape, layer) => layer.computeOutputShape(shape) as Shape, inputShape);
  }

  override sublayers(): readonly AnyLayer[] {
    return this.layers;
  }
}

/**
 * A model that is a chain of layers. It is built at once if its first item is `input({ shape })` or a layer with
 * `inputShape`, else when data come. `keras.Sequential`.
 *
 * @throws Error if an item is not a layer or stands in the list twice
 *
 * @example
 * const model = sequential([flatten(), dense({ units: 128, activation: 'relu' }), dense({ units: 10, activation: 'softmax' })]);
 */
export function sequential(
  layers: readonly (AnyLayer | SymbolicTensor)[],
  options: SequentialOptions = {},
): Sequential {
  return new Sequential(layers, options);
}
