import {
  add,
  clone,
  div,
  mul,
  sub,
  type Tensor,
  type TensorContainer,
  tidy,
  type Variable,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { type Config, expectInteger, formatValue, squaresOf } from '@sixstep/parts';
import { applyKernel } from './apply-kernel.js';
import { checkGradients, checkUpdate } from './check-gradients.js';
import { type CheckedOptions, checkLearningRate } from './common-options.js';
import { findKernel, type Fused } from './fused.js';
import { mapTensors } from './map-tensors.js';
import type { Optimizer, OptimizerState, Schedule, Tensors, Variables } from './optimizer.js';
import { completeState, eachTensor, mapState } from './state.js';
import { takeOver } from './take-over.js';
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
    const given = checkGradients(this.#place, gradients, variables, this.#shapes);
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
        // Kernels square the gradient themselves; see `squareOfGradient`.
        const fused = Object.values(updates).some(squaresOf) ? undefined : this.plan.fused;
        const kernel = fused && findKernel(fused.kernel);
        if (kernel) {
          const context: Context = { params: variables, step, learningRate };
          const old = this.#trees!;
          const transform = applyKernel(fused, kernel, updates, variables, old.transform, context, this.#decay);
          if (transform !== old.transform) this.#trees = { ...old, transform };
        } else this.#applyTransform(updates, names, variables, step, learningRate);
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
        const param = params[name]!;
        values[name] = add(param, checkUpdate(this.#place, name, param.shape, transformed.updates[name]));
      }
      return { values, state: transformed.state } as { values: Tensors; state: S } & TensorContainer;
    });
    this.#commit({ ...this.#trees!, transform: state }, inputs);
    for (const name of names) {
      variables[name]!.assign(values[name]!);
      values[name]!.dispose();
    }
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

  #commit(next: Trees<S>, inputs: ReadonlySet<Tensor>): void {
    this.#trees = takeOver(this.#trees as OptimizerState | undefined, next as OptimizerState, inputs) as Trees<S>;
  }
}
