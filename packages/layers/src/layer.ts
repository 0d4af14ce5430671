import type { Constraint } from '@sixstep/constraints';
import { glorotUniform, type Initializer } from '@sixstep/initializers';
import { formatShape, formatValue, type Config, type Described } from '@sixstep/parts';
import { Generator } from '@sixstep/random';
import type { Regularizer } from '@sixstep/regularizers';
import { div, engine, tidy, variable, Tensor, zeros, type Scalar } from '@tensorflow/tfjs-core';
import { callContext, withCallContext, type CallOptions } from './call-context.js';
import { checkInput, type InputSpec } from './input-spec.js';
import { layerName } from './layer-name.js';
import { keepMask, maskOf, setMask } from './mask.js';
import type { Memory } from './memory.js';
import type { Shape, ShapesOf, SymbolicOf, Tensors } from './shape.js';
import { SymbolicTensor, type Node } from './symbolic-tensor.js';
import { enterCall, leaveCall } from './watch-calls.js';
import { countWeight } from './weight-limit.js';
import type { NamedWeight, Weight } from './weight.js';
import { withoutMemories } from './without-memories.js';

/** Options that every layer takes. */
export interface LayerOptions {
  /** By default the class' name in snake case, with a number where a model holds several. */
  readonly name?: string | undefined;
  /** Whether training changes the weights; it can be set later too. Default true. */
  readonly trainable?: boolean | undefined;
  /** The shape of one sample (no batch dimension): the layer is then built at once when a `sequential` takes it in. */
  readonly inputShape?: Shape | undefined;
  /** A penalty on the output, divided by the batch size. */
  readonly activityRegularizer?: Regularizer | undefined;
}

/** What `addWeight` takes. */
export interface WeightOptions {
  readonly name: string;
  readonly shape: readonly number[];
  /** Default `glorotUniform()`. */
  readonly initializer?: Initializer | undefined;
  readonly regularizer?: Regularizer | undefined;
  readonly constraint?: Constraint | undefined;
  /** False for what gradients do not change. Default true. */
  readonly trainable?: boolean;
  readonly dtype?: 'float32' | 'int32';
}

/** A layer, whatever it takes and gives. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyLayer = Layer<any, any>;

const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T];

const notATensor = (name: string, y: unknown): Error =>
  new Error(
    `${name}: expected call to return a Tensor or a list of them, received ${formatValue(y)}. Is there a return?`,
  );

/** A tensor of the same values and mask. */
function copyOf(x: Tensor): Tensor {
  const copy = x.clone();
  const mask = maskOf(x);
  if (mask !== undefined) {
    setMask(copy, mask);
    keepMask(copy);
  }
  return copy;
}

/**
 * A part of a model: weights, and a function of tensors that uses them.
 *
 * A subclass writes `call`, and `build` if it has weights of its own. Users call `apply`: it builds the layer at the
 * first time, checks the input, and calls. Layers in a property of a layer, alone or in an array, are its sublayers.
 *
 * @example
 * class Scale extends Layer {
 *   factor!: Variable;
 *   override build(): void { this.factor = this.addWeight({ name: 'factor', shape: [], initializer: ones() }); }
 *   override call(x: Tensor): Tensor { return mul(x, this.factor); }
 * }
 */
export abstract class Layer<In extends Tensors = Tensor, Out extends Tensors = Tensor> implements Described {
  /** The name of Keras' class; of a user's own class, that class' name. */
  readonly className: string = this.constructor.name;
  readonly activityRegularizer: Regularizer | undefined;
  /** Whether training changes the weights; holds for the sublayers too. */
  trainable: boolean;
  /** Whether the weights exist. */
  built = false;
  /** The shape, or shapes, that the layer was built for; before, what the option `inputShape` said. */
  inputShape: ShapesOf<In> | undefined;
  /** The output's shape, or shapes, at the first call; the batch size is left open. */
  outputShape: ShapesOf<Out> | undefined;
  /** What `apply` demands of the input; a subclass sets it in its constructor or in `build`. */
  protected inputSpec: InputSpec | undefined;
  /** Whether a mask on the input holds for the output too. */
  protected readonly supportsMasking: boolean = false;
  /** The layer's uses in graphs of layers. */
  readonly nodes: Node[] = [];
  readonly #options: LayerOptions;
  readonly #ownWeights: Weight[] = [];
  #assignedName: string | undefined;

  /** @param options all of the layer's options, defaults filled in; they are its `config` */
  constructor(options: LayerOptions = {}) {
    this.#options = options;
    this.trainable = options.trainable ?? true;
    this.activityRegularizer = options.activityRegularizer;
    if (options.inputShape !== undefined) this.inputShape = [null, ...options.inputShape] as Shape as ShapesOf<In>;
  }

  /** The function itself. Within it, call other layers by `apply`; `training` reaches them by itself. */
  abstract call(x: In, options: CallOptions & { readonly training: boolean }): Out;

  /** Makes the weights, by `addWeight`, for an input of this shape. Override it where there are any. */
  build(_inputShape: ShapesOf<In>, _options: CallOptions): void {}

  /**
   * The shape of the output for an input of this shape. Unless overridden, it is found by a call with zeros, one sample
   * a batch; a layer that takes unknown sizes besides the batch must override it.
   */
  computeOutputShape(inputShape: ShapesOf<In>, options: CallOptions = {}): ShapesOf<Out> {
    const isList = Array.isArray(inputShape[0]);
    const shapes = (isList ? inputShape : [inputShape]) as readonly Shape[];
    const batch = shapes[0]?.[0] ?? null;
    let found: Shape | Shape[] = [];
    tidy(() => {
      const x = shapes.map((shape) => {
        if (shape.slice(1).includes(null)) {
          throw new Error(
            `${this.name}: cannot infer the output's shape from ${formatShape(shape)}. ` +
              `Give all sizes but the batch, or override computeOutputShape in ${this.className}.`,
          );
        }
        return zeros([batch ?? 1, ...(shape.slice(1) as number[])]);
      });
      const y = withCallContext({ training: false, penalties: [] }, () =>
        withoutMemories(this.memories(), () => this.call((isList ? x : x[0]) as In, { ...options, training: false })),
      );
      if (!listOf<Tensor>(y as Tensor | Tensor[]).every((output) => output instanceof Tensor))
        throw notATensor(this.name, y);
      const shapeOf = ({ shape }: Tensor): Shape => [batch === null ? null : shape[0]!, ...shape.slice(1)];
      found = Array.isArray(y) ? y.map(shapeOf) : shapeOf(y as Tensor);
    });
    return found as ShapesOf<Out>;
  }

  /** Which steps of the output count, given the mask of the (first) input; by default as `supportsMasking` says. */
  protected computeMask(_x: In, mask: Tensor | undefined): Tensor | undefined {
    return this.supportsMasking ? mask : undefined;
  }

  /**
   * The layer's output for `x`; for stand-ins (`input({ shape })`) a stand-in of the output.
   *
   * @throws Error that names the layer, if the input's shape does not fit
   */
  apply(x: In, options?: CallOptions): Out;
  apply(x: SymbolicOf<In>, options?: CallOptions): SymbolicOf<Out>;
  apply(x: In | SymbolicOf<In>, options: CallOptions = {}): Out | SymbolicOf<Out> {
    if ((Array.isArray(x) ? x[0] : x) instanceof SymbolicTensor)
      return this.#applySymbolic(x as SymbolicOf<In>, options);
    const outer = callContext();
    const run = (): Out => {
      enterCall(this);
      this.#prepare(
        (Array.isArray(x) ? x.map((tensor) => tensor.shape) : (x as Tensor).shape) as unknown as ShapesOf<In>,
        options,
      );
      const context = outer ?? { training: options.training ?? false, penalties: [] };
      const training = options.training ?? context.training;
      const inner = training === context.training && outer !== undefined ? context : { ...context, training };
      const y = withCallContext(inner, () => this.#callWithMask(x as In, { ...options, training }));
      leaveCall(listOf<Tensor>(y));
      return y;
    };
    // Within somebody's tidy the intermediate tensors are theirs to clear: a loss may want the logits of the output.
    if (engine().state.activeScope != null) return run();
    return tidy(() => {
      const y = run();
      for (const output of listOf<Tensor>(y)) keepMask(output);
      // What is returned is the caller's to dispose: it must not be the input itself.
      const own = (output: Tensor): Tensor =>
        listOf<Tensor>(x as Tensor | Tensor[]).includes(output) ? copyOf(output) : output;
      return (Array.isArray(y) ? y.map(own) : own(y as Tensor)) as Out;
    });
  }

  /** Whether `call` is given the mask that comes with the input, if none is among its options. */
  protected readsMask(_options: CallOptions): boolean {
    return true;
  }

  #callWithMask(x: In, options: CallOptions & { readonly training: boolean }): Out {
    const mask = (options['mask'] as Tensor | undefined) ?? maskOf((Array.isArray(x) ? x[0] : x) as Tensor);
    let y = this.call(x, mask === undefined || !this.readsMask(options) ? options : { ...options, mask });
    // The mask that was given is the output's, not the input's, where both are one tensor.
    if ((y as Tensors) === x && options['mask'] !== undefined) y = (x as Tensor).clone() as Out;
    const outputs = listOf<Tensor>(y);
    if (!outputs.every((output) => output instanceof Tensor)) throw notATensor(this.name, y);
    this.outputShape ??= this.#openShapes(y);
    if (this.activityRegularizer !== undefined) {
      const penalty = this.activityRegularizer;
      for (const output of outputs) this.addLoss(div(penalty(output), output.shape[0] ?? 1));
    }
    const outputMask = this.computeMask(x, mask);
    if (outputMask !== undefined && outputs[0] !== undefined) setMask(outputs[0], outputMask);
    return y;
  }

  #openShapes(y: Out): ShapesOf<Out> {
    const open = ({ shape }: Tensor): Shape => [null, ...shape.slice(1)];
    return (Array.isArray(y) ? y.map(open) : open(y as Tensor)) as ShapesOf<Out>;
  }

  #applySymbolic(x: SymbolicOf<In>, options: CallOptions): SymbolicOf<Out> {
    const inputs = listOf<SymbolicTensor>(x as SymbolicTensor | SymbolicTensor[]);
    const shape = (Array.isArray(x) ? inputs.map((input) => input.shape) : inputs[0]!.shape) as ShapesOf<In>;
    this.#prepare(shape, options);
    const outputShape = this.computeOutputShape(shape, options);
    this.outputShape ??= outputShape;
    const shapes = (Array.isArray(outputShape[0]) ? outputShape : [outputShape]) as readonly Shape[];
    const outputs: SymbolicTensor[] = [];
    const node: Node = { layer: this, inputs, takesList: Array.isArray(x), options, outputs };
    shapes.forEach((shape, index) => outputs.push(new SymbolicTensor(shape, 'float32', node, index)));
    this.nodes.push(node);
    return (Array.isArray(outputShape[0]) ? outputs : outputs[0]) as SymbolicOf<Out>;
  }

  /** Checks the input's shape and builds the layer if it is not. */
  #prepare(shape: ShapesOf<In>, options: CallOptions): void {
    if (this.inputSpec !== undefined) checkInput(this, this.inputSpec, shape as Shape);
    if (this.built) return;
    // Variables made under a tape or in a tidy would be cleared with it: they are kept by their own reference.
    const before = this.#ownWeights.length;
    try {
      this.build(shape, options);
    } catch (error) {
      // Else a second attempt would make them twice.
      for (const { variable } of this.#ownWeights.splice(before)) variable.dispose();
      throw error;
    }
    this.inputShape = shape;
    this.built = true;
    if (this.inputSpec !== undefined) checkInput(this, this.inputSpec, shape as Shape);
  }

  /** Builds the layer for an input of this shape, if it is not built. */
  ensureBuilt(inputShape: ShapesOf<In>, options: CallOptions = {}): void {
    this.#prepare(inputShape, options);
  }

  /** Makes a weight of this layer; to be called in `build`. */
  protected addWeight(options: WeightOptions): Weight['variable'] {
    const { name, shape, initializer = glorotUniform(), regularizer, constraint, trainable = true, dtype } = options;
    if (typeof initializer !== 'function') {
      throw new Error(
        `${this.name}: expected the initializer of ${name} to be a function such as glorotUniform(), received ` +
          `${formatValue(initializer)}. Import it from @sixstep/initializers.`,
      );
    }
    if (this.built) {
      throw new Error(
        `${this.name}: expected addWeight to be called in build, received ${name} when it was built. Make weights in build(inputShape).`,
      );
    }
    countWeight(this.name, name, shape);
    const made = tidy(() => variable(initializer(shape, dtype), trainable));
    this.#ownWeights.push({ name, variable: made, trainable, regularizer, constraint });
    return made;
  }

  /** Adds `penalty` to the loss of the step under way; to be called in `call`. Outside of training it does nothing. */
  protected addLoss(penalty: Tensor): void {
    callContext()?.penalties.push(penalty as Scalar);
  }

  /** What was given as the option `name`, else what the model called it, else the class' name in snake case. */
  get name(): string {
    return this.#options.name ?? this.#assignedName ?? layerName(this.className);
  }

  /** Whether the name was given as an option. */
  get hasGivenName(): boolean {
    return this.#options.name !== undefined;
  }

  /** Gives the layer a name that differs from all of `taken`, unless it was made with one, and adds it to `taken`. */
  nameApartFrom(taken: Set<string>): void {
    if (this.#options.name === undefined && this.#assignedName === undefined) {
      const base = layerName(this.className);
      let name = base;
      for (let n = 1; taken.has(name); n++) name = `${base}_${n}`;
      this.#assignedName = name;
    }
    taken.add(this.name);
  }

  /** The layer's options, defaults filled in. */
  get config(): Config {
    return { ...this.#options, name: this.name, trainable: this.trainable };
  }

  /** The layers in this layer's properties, in the order of these. */
  sublayers(): readonly AnyLayer[] {
    const found = new Set<AnyLayer>();
    for (const value of Object.values(this)) {
      for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
        if (item instanceof Layer && item !== this) found.add(item);
      }
    }
    return [...found];
  }

  /** The sublayers, each under a name of its own. */
  #namedSublayers(): readonly AnyLayer[] {
    const layers = this.sublayers();
    const names = new Set<string>();
    for (const layer of layers) layer.nameApartFrom(names);
    return layers;
  }

  /** The weights in Keras' order: its own, trainable ones first, then those of the sublayers. `path` starts below it. */
  namedWeights(): NamedWeight[] {
    const found = new Map<Weight['variable'], NamedWeight>();
    const own = [...this.#ownWeights.filter((w) => w.trainable), ...this.#ownWeights.filter((w) => !w.trainable)];
    for (const weight of own)
      found.set(weight.variable, { ...weight, trainable: weight.trainable && this.trainable, path: weight.name });
    for (const layer of this.#namedSublayers()) {
      for (const weight of layer.namedWeights()) {
        if (found.has(weight.variable)) continue;
        found.set(weight.variable, {
          ...weight,
          trainable: weight.trainable && this.trainable,
          path: `${layer.name}/${weight.path}`,
        });
      }
    }
    return [...found.values()];
  }

  /** The weights' variables, in Keras' order. */
  get weights(): Weight['variable'][] {
    return this.namedWeights().map((weight) => weight.variable);
  }

  get trainableWeights(): Weight['variable'][] {
    return this.namedWeights()
      .filter((weight) => weight.trainable)
      .map((weight) => weight.variable);
  }

  get nonTrainableWeights(): Weight['variable'][] {
    return this.namedWeights()
      .filter((weight) => !weight.trainable)
      .map((weight) => weight.variable);
  }

  /** Copies of the weights' values, in Keras' order; they are the caller's to dispose. */
  getWeights(): Tensor[] {
    return this.weights.map((weight) => weight.clone());
  }

  /**
   * Sets the weights, in Keras' order. The tensors given are copied and remain the caller's.
   *
   * @throws Error that names the weight, if their number or a shape differs; nothing is changed then
   */
  setWeights(values: readonly Tensor[]): void {
    const weights = this.namedWeights();
    if (!this.built)
      throw new Error(`${this.name}: expected a built layer in setWeights. Apply it to data, or build it, first.`);
    if (values.length !== weights.length) {
      throw new Error(
        `${this.name}: expected ${weights.length} weights (${weights.map((w) => w.path).join(', ')}), received ${values.length}.`,
      );
    }
    weights.forEach(({ path, variable }, i) => {
      const { shape } = values[i]!;
      if (shape.join() !== variable.shape.join()) {
        throw new Error(
          `${this.name}: expected weight ${path} to have shape ${formatShape(variable.shape)}, received ${formatShape(shape)}.`,
        );
      }
    });
    weights.forEach(({ variable }, i) => tidy(() => variable.assign(values[i]!.clone())));
  }

  /** How many numbers the weights hold. */
  countParams(): number {
    return this.weights.reduce((sum, weight) => sum + weight.size, 0);
  }

  /** The random generators of this layer and its sublayers by path, so that a checkpoint can keep where they stand. */
  generators(): Record<string, Generator> {
    const found: Record<string, Generator> = {};
    for (const [name, value] of Object.entries(this)) if (value instanceof Generator) found[name] = value;
    for (const layer of this.#namedSublayers()) {
      for (const [path, generator] of Object.entries(layer.generators())) found[`${layer.name}/${path}`] = generator;
    }
    return found;
  }

  /** What this layer and its sublayers carry from one batch to the next, by path, so that a checkpoint can keep it. */
  memories(): Record<string, Memory> {
    const found: Record<string, Memory> = {};
    for (const layer of this.#namedSublayers()) {
      for (const [path, memory] of Object.entries(layer.memories())) found[`${layer.name}/${path}`] = memory;
    }
    return found;
  }

  /** Frees the weights. The layer is as before it was built. */
  dispose(): void {
    for (const { variable } of this.#ownWeights.splice(0)) variable.dispose();
    for (const layer of this.sublayers()) layer.dispose();
    this.built = false;
  }
}
