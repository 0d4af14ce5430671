import {
  add,
  clone,
  div,
  engine,
  keep,
  type KernelFunc,
  mul,
  sub,
  type Tensor,
  type TensorContainer,
  type TensorInfo,
  tidy,
  type Variable,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { type Config, expectInteger, formatShape, formatValue } from '@sixstep/parts';
import { type CheckedOptions, checkLearningRate } from './common-options.js';
import { findKernel, type Fused } from './fused.js';
import { mapTensors } from './map-tensors.js';
import type { Optimizer, OptimizerState, Schedule, Tensors, Variables } from './optimizer.js';
import { completeState, eachTensor, mapState } from './state.js';
import type { Context, Stateless, Transform } from './transform.js';
import { clipByGlobalNorm } from './transforms/clip-by-global-norm.js';
import { clipByNorm } from './transforms/clip-by-norm.js';
import { clipByValue } from './transforms/clip-by-value.js';
import { decays } from './weight-decay-exclusion.js';

export interface Plan<S extends OptimizerState> {
  readonly className: string;
  /** The options of this optimizer alone. */
  readonly config: Config;
  readonly common: CheckedOptions;
  readonly transform: Transform<S>;
  readonly fused?: Fused<S> | undefined;
  /** The slots in the order in which Keras saves them: the groups after one another, a group's slots per variable. */
  readonly slots?: readonly (readonly string[])[];
  /** The weight decay of a variable, if not all have the same. */
  readonly weightDecayOf?: (name: string, variable: Variable) => number | null;
}

/** All of the state that is trees of tensors. */
type Trees<S> = {
  readonly transform: S;
  readonly average?: Tensors;
  readonly accumulator?: Tensors;
};

/** Makes an optimizer of a transform. Everything that all optimizers have in common is here, and nothing else. */
export class Driver<S extends OptimizerState> implements Optimizer {
  readonly className: string;
  readonly plan: Plan<S>;
  readonly #place: string;
  readonly #clip: Transform<Stateless> | undefined;
  readonly #every: number;
  #learningRate: number | Schedule;
  #iterations = 0;
  #trees: Trees<S> | undefined;
  #shapes: Record<string, readonly number[]> = {};
  #decay: Record<string, number> = {};

  constructor(place: string, plan: Plan<S>) {
    this.#place = place;
    this.plan = plan;
    this.className = plan.className;
    this.#learningRate = plan.common.learningRate;
    this.#every = plan.common.gradientAccumulationSteps ?? 1;
    const { clipnorm, globalClipnorm, clipvalue } = plan.common;
    if (clipnorm) this.#clip = clipByNorm(clipnorm);
    else if (globalClipnorm) this.#clip = clipByGlobalNorm(globalClipnorm);
    else if (clipvalue) this.#clip = clipByValue(clipvalue);
  }

  get config(): Config {
    return { ...this.plan.config, ...this.plan.common, learningRate: this.#learningRate };
  }

  get learningRate(): number | Schedule {
    return this.#learningRate;
  }

  set learningRate(value: number | Schedule) {
    this.#learningRate = checkLearningRate(this.#place, value);
  }

  get iterations(): number {
    return this.#iterations;
  }

  /** The variables that there is state for. */
  get variables(): readonly string[] {
    return Object.keys(this.#shapes);
  }

  currentLearningRate(): number {
    if (typeof this.#learningRate === 'number') return this.#learningRate;
    const value = this.#learningRate(this.#iterations);
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw new Error(
      `${this.#place}: expected the schedule to return a finite number, received ${formatValue(value)} at step ` +
        `${this.#iterations}. Mend the function given as learningRate.`,
    );
  }

  build(variables: Variables): void {
    const unknown: Record<string, Variable> = {};
    let any = false;
    for (const name of Object.keys(variables)) {
      if (this.#shapes[name] !== undefined) continue;
      unknown[name] = variables[name]!;
      any = true;
    }
    if (!any) return;
    const { transform, common, weightDecayOf } = this.plan;
    const inputs = new Set<Tensor>(Object.values(unknown));
    const old = this.#trees;
    const next = tidy(() => {
      const fresh: Trees<S> = {
        transform: transform.init(unknown),
        ...(common.useEma && { average: mapTensors((w) => clone(w), unknown) }),
        ...(this.#every > 1 && { accumulator: mapTensors(zerosLike, unknown) }),
      };
      return (old ? completeState(this.#place, old, fresh, 'state') : fresh) as Trees<S> & TensorContainer;
    });
    this.#commit(next, inputs);
    for (const [name, variable] of Object.entries(unknown)) {
      this.#shapes[name] = variable.shape;
      const decay = weightDecayOf ? weightDecayOf(name, variable) : common.weightDecay;
      this.#decay[name] = decays(name, common.excludeFromWeightDecay) ? (decay ?? 0) : 0;
    }
  }

  apply(gradients: Tensors, variables: Variables): void {
    const given = this.#check(gradients, variables);
    const names = Object.keys(given);
    if (names.length === 0) return;
    this.build(variables);
    const learningRate = this.currentLearningRate();
    const step = Math.floor(this.#iterations / this.#every);
    const accumulating = this.#every > 1;
    if (accumulating && (this.#iterations + 1) % this.#every !== 0) {
      this.#accumulate(given);
    } else {
      const updates = accumulating || this.#clip ? tidy(() => this.#prepare(given)) : given;
      try {
        const { fused } = this.plan;
        const kernel = fused && findKernel(fused.kernel);
        if (kernel) this.#applyKernel(fused, kernel, updates, names, variables, step, learningRate);
        else this.#applyTransform(updates, names, variables, step, learningRate);
      } finally {
        if (updates !== given) for (const name of names) updates[name]!.dispose();
      }
      if (accumulating) this.#replace('accumulator', (tree) => mapTensors(zerosLike, tree));
    }
    if (this.plan.common.useEma) this.#updateAverage(variables, step);
    this.#iterations++;
  }

  finalize(variables: Variables): void {
    const average = this.#trees?.average;
    if (average === undefined) return;
    for (const name of Object.keys(average)) variables[name]?.assign(average[name]!);
  }

  get state(): OptimizerState {
    const learningRate = this.#learningRate;
    return {
      iterations: this.#iterations,
      ...(typeof learningRate === 'number' && { learningRate }),
      ...this.#trees,
    };
  }

  set state(state: OptimizerState) {
    const place = `${this.#place}.state`;
    if (typeof state !== 'object' || !('iterations' in state)) {
      throw new Error(
        `${place}: expected an object with iterations and transform, received ${formatValue(state)}. ` +
          `Pass what the state of an optimizer was.`,
      );
    }
    const { iterations, learningRate, transform, average, accumulator } = state as Record<string, OptimizerState>;
    const count = expectInteger(place, 'iterations', iterations, { min: 0 });
    const rate = learningRate === undefined ? this.#learningRate : checkLearningRate(place, learningRate);
    if (transform === undefined) {
      this.dispose();
    } else {
      let given: OptimizerState = { transform, ...(average && { average }), ...(accumulator && { accumulator }) };
      if (this.#trees) given = completeState(this.#place, given, this.#trees as OptimizerState, 'state');
      // Copies, since kernels write into slots; a product by 1 has data of its own, which a clone need not have.
      const copy = tidy(() => mapState(given, (tensor) => mul(tensor, 1)) as TensorContainer);
      this.#commit(copy as unknown as Trees<S>, new Set());
    }
    this.#iterations = count;
    if (typeof this.#learningRate === 'number') this.#learningRate = rate;
  }

  dispose(): void {
    if (this.#trees) eachTensor(this.#trees, (tensor) => tensor.dispose());
    this.#trees = undefined;
    this.#shapes = {};
    this.#decay = {};
    this.#iterations = 0;
  }

  /** The gradients without those that are missing. */
  #check(gradients: Tensors, variables: Variables): Tensors {
    let missing = false;
    for (const name of Object.keys(gradients)) {
      const gradient = gradients[name] as Tensor | null | undefined;
      const variable = variables[name];
      if (gradient === null || gradient === undefined) {
        missing = true;
        continue;
      }
      if (variable === undefined) {
        throw new Error(
          `${this.#place}: expected a variable for each gradient, received none for ${formatValue(name)}. ` +
            `Pass the variables by the same names as the gradients.`,
        );
      }
      this.#expectShape(
        `the gradient of ${name}`,
        variable.shape,
        gradient.shape,
        'Pass the gradient of this variable.',
      );
      const known = this.#shapes[name];
      if (known !== undefined) {
        const hint = 'Make another optimizer for other variables.';
        this.#expectShape(`the variable ${name}`, known, variable.shape, hint);
      }
    }
    if (!missing) return gradients;
    return Object.fromEntries(Object.entries(gradients).filter(([, gradient]) => gradient as unknown));
  }

  #expectShape(what: string, expected: readonly number[], received: readonly number[], hint: string): void {
    let same = expected.length === received.length;
    for (let i = 0; same && i < expected.length; i++) same = expected[i] === received[i];
    if (same) return;
    throw new Error(
      `${this.#place}: expected ${what} to be of shape ${formatShape(expected)}, received ${formatShape(received)}. ${hint}`,
    );
  }

  /** Averages the gradients with those accumulated before, and clips them. */
  #prepare(gradients: Tensors): Tensors & TensorContainer {
    let updates = gradients;
    const accumulator = this.#trees!.accumulator;
    if (accumulator) updates = mapTensors((g, a) => div(add(g, a), this.#every), updates, accumulator);
    if (this.#clip) {
      const context: Context = { params: {}, step: 0, learningRate: 0 };
      ({ updates } = this.#clip.update(updates, {}, context));
    }
    return updates as Tensors & TensorContainer;
  }

  #accumulate(gradients: Tensors): void {
    this.#replace('accumulator', (tree) => ({ ...tree, ...mapTensors((g, a) => add(a, g), gradients, tree) }));
  }

  /** The definition: all new values and the new state are computed first, then taken over together. */
  #applyTransform(updates: Tensors, names: string[], variables: Variables, step: number, learningRate: number): void {
    const inputs = new Set<Tensor>();
    const { values, state } = tidy(() => {
      const params: Record<string, Tensor> = {};
      for (const name of names) {
        const variable = variables[name]!;
        const decay = this.#decay[name]! * learningRate;
        params[name] = decay === 0 ? variable : sub(variable, mul(variable, decay));
        inputs.add(variable);
        inputs.add(updates[name]!);
      }
      const context: Context = { params, step, learningRate };
      const transformed = this.plan.transform.update(updates, this.#trees!.transform, context);
      const values: Record<string, Tensor> = {};
      for (const name of names) {
        const delta = transformed.updates[name];
        const shape = params[name]!.shape;
        this.#expectShape(`the update of ${name}`, shape, delta?.shape ?? [], 'Mend the transform.');
        values[name] = add(params[name]!, delta!);
      }
      return { values, state: transformed.state } as { values: Tensors; state: S } & TensorContainer;
    });
    this.#commit({ ...this.#trees!, transform: state }, inputs);
    for (const name of names) {
      variables[name]!.assign(values[name]!);
      values[name]!.dispose();
    }
  }

  /** The same by one kernel call per variable, which updates the slots in place. */
  #applyKernel(
    fused: Fused<S>,
    kernel: KernelFunc,
    updates: Tensors,
    names: string[],
    variables: Variables,
    step: number,
    learningRate: number,
  ): void {
    const tf = engine();
    const old = this.#trees!;
    const { slots, attrs, state } = fused.step(old.transform, { params: variables, step, learningRate });
    const slotNames = Object.keys(slots);
    let decay = 0;
    let attrsWithDecay = { ...attrs, decay };
    for (const name of names) {
      const variable = variables[name]!;
      const inputs: Record<string, Tensor> = { variable, gradient: updates[name]! };
      for (const slot of slotNames) inputs[slot] = ownData(slots[slot]!, name);
      if (this.#decay[name]! * learningRate !== decay) {
        decay = this.#decay[name]! * learningRate;
        attrsWithDecay = { ...attrs, decay };
      }
      const output = kernel({ inputs, attrs: attrsWithDecay, backend: tf.backend }) as TensorInfo;
      const value = tf.makeTensorFromTensorInfo(output);
      variable.assign(value);
      value.dispose();
    }
    if (state !== old.transform) this.#trees = { ...old, transform: state };
  }

  #updateAverage(variables: Variables, step: number): void {
    const { emaMomentum, emaOverwriteFrequency } = this.plan.common;
    const momentum = step === 0 ? 0 : emaMomentum;
    this.#replace('average', (average) => ({
      ...average,
      ...mapTensors((w, a) => add(mul(a, momentum), mul(w, 1 - momentum)), variables, average),
    }));
    if (emaOverwriteFrequency && (step + 1) % emaOverwriteFrequency === 0) this.finalize(variables);
  }

  #replace(key: 'average' | 'accumulator', f: (tree: Tensors) => Tensors): void {
    const next = tidy(() => f(this.#trees![key]!) as Tensors & TensorContainer);
    this.#commit({ ...this.#trees!, [key]: next }, new Set());
  }

  /** Takes over a state: keeps its tensors, copies those that are someone else's, and frees what is no longer in it. */
  #commit(next: Trees<S>, inputs: ReadonlySet<Tensor>): void {
    const kept = new Set<Tensor>();
    let alien = false;
    eachTensor(next as OptimizerState, (tensor) => {
      if (inputs.has(tensor)) alien = true;
      else kept.add(keep(tensor));
    });
    if (this.#trees) {
      eachTensor(this.#trees, (tensor) => {
        if (!kept.has(tensor)) tensor.dispose();
      });
    }
    const own = (tensor: Tensor): Tensor => (inputs.has(tensor) ? keep(clone(tensor)) : tensor);
    this.#trees = alien ? (mapState(next as OptimizerState, own) as unknown as Trees<S>) : next;
  }
}

/** The slot's tensor of a variable; if its data is shared with a clone of it, a copy takes its place first. */
function ownData(slot: Tensors, name: string): Tensor {
  const tensor = slot[name]!;
  if (engine().backend.refCount(tensor.dataId) <= 1) return tensor;
  const copy = keep(tidy(() => mul(tensor, 1)));
  (slot as Record<string, Tensor>)[name] = copy;
  tensor.dispose();
  return copy;
}
