import { expectOneOf, formatValue } from '@sixstep/parts';
import { add, concat, div, mul, reverse, type Tensor } from '@tensorflow/tfjs-core';
import type { CallOptions } from './call-context.js';
import { Layer, type LayerOptions } from './layer.js';
import { Recurrent } from './recurrent.js';
import { remake } from './remake.js';
import type { Shape, ShapesOf, Tensors } from './shape.js';

/** Options of `bidirectional`. */
export interface BidirectionalOptions extends LayerOptions {
  /** A recurrent layer; two like it are made, one for each direction. */
  readonly layer: Recurrent<Tensors>;
  /** How the two outputs become one: side by side, or element by element; `null`: they do not. Default `'concat'`. */
  readonly mergeMode?: 'concat' | 'sum' | 'ave' | 'mul' | null | undefined;
  /** A layer for the way back, with `goBackwards`, if it differs from `layer` in more than that. */
  readonly backwardLayer?: Recurrent<Tensors> | null | undefined;
}

const merges = {
  concat: (a: Tensor, b: Tensor): Tensor => concat([a, b], -1),
  sum: (a: Tensor, b: Tensor): Tensor => add(a, b),
  ave: (a: Tensor, b: Tensor): Tensor => div(add(a, b), 2),
  mul: (a: Tensor, b: Tensor): Tensor => mul(a, b),
};

/** The layer behind `bidirectional`. */
export class Bidirectional<Out extends Tensors = Tensor> extends Layer<Tensor, Out> {
  override readonly className: string = 'Bidirectional';
  readonly forwardLayer: Recurrent<Tensors>;
  readonly backwardLayer: Recurrent<Tensors>;
  private readonly mergeMode: keyof typeof merges | null;

  constructor(options: BidirectionalOptions) {
    const { layer, backwardLayer } = options;
    for (const [name, value] of Object.entries({ layer, backwardLayer: backwardLayer ?? layer })) {
      if (value instanceof Recurrent) continue;
      throw new Error(
        `bidirectional: expected ${name} to be a recurrent layer such as lstm({ units: 64 }), received ${formatValue(value)}.`,
      );
    }
    const mergeMode =
      options.mergeMode === null
        ? null
        : expectOneOf('bidirectional', 'mergeMode', options.mergeMode ?? 'concat', ['concat', 'sum', 'ave', 'mul']);
    // As in Keras: where sequences come back, what does not count is 0.
    const zeroOutputForMask = layer.returnSequences;
    const named = (prefix: string, { name }: Recurrent<Tensors>): string =>
      name.startsWith(prefix) ? name : prefix + name;
    const forward = remake(layer, { name: named('forward_', layer), zeroOutputForMask });
    const backward =
      backwardLayer == null
        ? remake(layer, { name: named('backward_', layer), goBackwards: !layer.goBackwards, zeroOutputForMask })
        : remake(backwardLayer, { zeroOutputForMask });
    super({ ...options, layer: forward, backwardLayer: backward, mergeMode } as LayerOptions);
    this.forwardLayer = forward;
    this.backwardLayer = backward;
    this.mergeMode = mergeMode;
    this.inputSpec = { rank: 3 };
    if (forward.goBackwards === backward.goBackwards) {
      throw new Error(
        `bidirectional: expected layer and backwardLayer to differ in goBackwards, received ${String(forward.goBackwards)} for both.`,
      );
    }
    for (const option of ['returnSequences', 'returnState', 'stateful'] as const) {
      if (forward[option] === backward[option]) continue;
      throw new Error(
        `bidirectional: expected layer and backwardLayer to have the same ${option}, received ${String(forward[option])} and ${String(backward[option])}.`,
      );
    }
  }

  override build(inputShape: Shape): void {
    this.forwardLayer.ensureBuilt(inputShape);
    this.backwardLayer.ensureBuilt(inputShape);
  }

  override call(x: Tensor, { mask, initialState }: CallOptions): Out {
    const states = initialState as readonly Tensor[] | undefined;
    const half = (states?.length ?? 0) / 2;
    const run = (layer: Recurrent<Tensors>, given: readonly Tensor[] | undefined): Tensor[] => {
      const y = layer.apply(x, {
        ...(mask !== undefined && { mask }),
        ...(given !== undefined && { initialState: given }),
      });
      return Array.isArray(y) ? y : [y];
    };
    const [there, ...thereStates] = run(this.forwardLayer, states?.slice(0, half)) as [Tensor, ...Tensor[]];
    const [last, ...backStates] = run(this.backwardLayer, states?.slice(half)) as [Tensor, ...Tensor[]];
    const back = this.forwardLayer.returnSequences ? reverse(last, 1) : last;
    const outputs = this.mergeMode === null ? [there, back] : [merges[this.mergeMode](there, back)];
    const all = [...outputs, ...thereStates, ...backStates];
    return (all.length === 1 ? all[0] : all) as Out;
  }

  /** Forgets the states of stateful layers. */
  resetStates(): void {
    this.forwardLayer.resetStates();
    this.backwardLayer.resetStates();
  }

  /** As in Keras: beside an initial state, a mask must be given. */
  protected override readsMask({ initialState }: CallOptions): boolean {
    return initialState == null;
  }

  protected override computeMask(_: Tensor, mask: Tensor | undefined): Tensor | undefined {
    return this.forwardLayer.returnSequences ? mask : undefined;
  }

  override computeOutputShape(inputShape: Shape): ShapesOf<Out> {
    const shapesOf = (layer: Recurrent<Tensors>): [Shape, ...Shape[]] => {
      const found = layer.computeOutputShape(inputShape) as Shape | Shape[];
      return (layer.returnState ? found : [found]) as [Shape, ...Shape[]];
    };
    const [there, ...thereStates] = shapesOf(this.forwardLayer);
    const [back, ...backStates] = shapesOf(this.backwardLayer);
    const outputs =
      this.mergeMode === null
        ? [there, back]
        : [this.mergeMode === 'concat' ? [...there.slice(0, -1), there.at(-1)! + back.at(-1)!] : there];
    const all = [...outputs, ...thereStates, ...backStates];
    return (all.length === 1 ? all[0] : all) as ShapesOf<Out>;
  }
}

/**
 * Goes over a sequence in both directions, with weights for each.
 *
 * y = merge(layer(x), the same from the last step to the first, its outputs put back in order)
 *
 * Schuster and Paliwal 1997, "Bidirectional recurrent neural networks".
 *
 * @throws Error if `layer` is not recurrent, or the two do not fit
 */
export function bidirectional(
  options: BidirectionalOptions & ({ readonly mergeMode: null } | { readonly layer: Recurrent<Tensor[]> }),
): Bidirectional<Tensor[]>;
export function bidirectional(options: BidirectionalOptions): Bidirectional;
export function bidirectional(options: BidirectionalOptions): Bidirectional<Tensors> {
  return new Bidirectional<Tensors>(options);
}
