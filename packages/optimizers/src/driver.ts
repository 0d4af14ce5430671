import {
  add,
  clone,
  dispose,
  div,
  type KernelFunc,
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
import { mix } from './averages.js';
import { byKey } from './by-key.js';
import { checkGradients, expectShape } from './check-gradients.js';
import { type CommonConfig, numberOrSchedule } from './common-options.js';
import { findKernel, type Fused } from './fused.js';
import { mapTensors } from './map-tensors.js';
import type { Optimizer, OptimizerState, Schedule, Tensors, Variables } from './optimizer.js';
import { completeState, mapState } from './state.js';
import { takeOver } from './take-over.js';
import type { Context, Stateless, Transform } from './transform.js';
import { clipByGlobalNorm } from './transforms/clip-by-global-norm.js';
import { clipByNorm } from './transforms/clip-by-norm.js';
import { clipByValue } from './transforms/clip-by-value.js';
import { excludes } from './weight-decay-exclusion.js';

export interface Plan<S extends OptimizerState> {
  readonly transform: Transform<S>;
  /** Unused where the option `epsilon` is 0. */
  readonly fused?: Fused<S> | undefined;
  /** The name of Keras' class, where it is not the factory's name with a capital letter. */
  readonly className?: string;
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

const clips = { clipnorm: clipByNorm, clipvalue: clipByValue, globalClipnorm: clipByGlobalNorm };

/** Makes an optimizer of a transform. Everything that all optimizers have in common is here, and nothing else. */
export class Driver<S extends OptimizerState> implements Optimizer {
  readonly className: string;
  readonly plan: Plan<S>;
  iterations = 0;
  /** The shapes of the variables that there is state for. */
  shapes: Record<string, readonly number[]> = {};
  readonly #place: string;
  readonly #clip: Transform<Stateless> | undefined;
  #config: CommonConfig & Config;
  #trees: Partial<Trees<S>> = {};
  #decay: Record<string, number> = {};

  /**
   * @param place the factory's name, for errors
   * @param config all options as they were given and defaulted
   * @throws Error if several kinds of clipping are given
   */
  constructor(place: string, config: CommonConfig & Config, plan: Plan<S>) {
    this.#place = place;
    this.#config = config;
    this.plan = plan;
    this.className = plan.className ?? place.charAt(0).toUpperCase() + place.slice(1);
    const given = (Object.keys(clips) as (keyof typeof clips)[]).filter((clip) => config[clip] !== null);
    if (given.length > 1) {
      throw new Error(
        `${place}: expected at most one of clipnorm, clipvalue and globalClipnorm, received ${given.join(' and ')}. ` +
          `Leave out all but one.`,
      );
    }
    for (const clip of given) if (config[clip]) this.#clip = clips[clip](config[clip]);
  }

  get config(): Config {
    return this.#config;
  }

  get learningRate(): number | Schedule {
    return this.#config.learningRate;
  }

  set learningRate(value: number | Schedule) {
    this.#config = { ...this.#config, learningRate: numberOrSchedule(this.#place, 'learningRate', value) };
  }

  currentLearningRate(): number {
    const { learningRate, iterations } = this;
    const value = typeof learningRate === 'number' ? learningRate : learningRate(iterations);
    if (Number.isFinite(value)) return value;
    throw new Error(
      `${this.#place}: expected the schedule to return a finite number, received ${formatValue(value)} at step ` +
        `${iterations}. Mend the function given as learningRate.`,
    );
  }

  build(variables: Variables): void {
    const names = Object.keys(variables).filter((name) => !this.shapes[name]);
    if (names.length === 0) return;
    const { transform, weightDecayOf } = this.plan;
    const { useEma, gradientAccumulationSteps, excludeFromWeightDecay, weightDecay } = this.#config;
    const unknown = byKey(names, (name) => variables[name]!);
    tidy(() => {
      const fresh = {
        transform: transform.init(unknown),
        ...(useEma && { average: mapTensors(clone, unknown) }),
        ...(gradientAccumulationSteps && { accumulator: mapTensors(zerosLike, unknown) }),
      };
      this.#commit(completeState(this.#place, this.#trees as OptimizerState, fresh, 'state'), unknown);
    });
    for (const name of names) {
      const variable = variables[name]!;
      this.shapes[name] = variable.shape;
      const decay = weightDecayOf ? weightDecayOf(name, variable) : weightDecay;
      this.#decay[name] = excludes(excludeFromWeightDecay, name) ? 0 : (decay ?? 0);
    }
  }

  apply(gradients: Tensors, variables: Variables): void {
    const given = checkGradients(this.#place, gradients, variables, this.shapes);
    if (Object.keys(given).length === 0) return;
    this.build(variables);
    const learningRate = this.currentLearningRate();
    const { gradientAccumulationSteps, useEma, emaMomentum, emaOverwriteFrequency } = this.#config;
    const every = gradientAccumulationSteps ?? 1;
    const step = Math.floor(this.iterations / every);
    const last = (this.iterations + 1) % every === 0;
    tidy(() => {
      const { transform, average = {}, accumulator = {} } = this.#trees as Trees<S>;
      const next: { -readonly [K in keyof Trees<S>]?: Trees<S>[K] } = {};
      let updates = given;
      let values: Tensors = {};
      if (every > 1) {
        updates = mapTensors(add, given, accumulator);
        next.accumulator = last ? mapTensors(zerosLike, accumulator) : { ...accumulator, ...updates };
      }
      if (last) {
        const context = { params: variables, step, learningRate };
        if (every > 1) updates = mapTensors((sum) => div(sum, every), updates);
        if (this.#clip) ({ updates } = this.#clip.update(updates, {}, context));
        const kernel = this.#kernelFor(updates);
        if (kernel) {
          const after = applyKernel(this.plan.fused!, kernel, updates, variables, transform, context, this.#decay);
          this.#trees = { ...this.#trees, transform: after };
        } else {
          [values, next.transform] = this.#update(updates, variables, transform, context);
        }
      }
      if (useEma) {
        const momentum = step === 0 ? 0 : emaMomentum;
        const averages = mapTensors((w, a) => mix(a, w, momentum), { ...variables, ...values }, average);
        next.average = { ...average, ...averages };
      }
      if (Object.keys(next).length > 0) this.#commit({ ...this.#trees, ...next }, variables, given);
      for (const name of Object.keys(values)) variables[name]!.assign(values[name]!);
    });
    if (emaOverwriteFrequency && (step + 1) % emaOverwriteFrequency === 0) this.finalize(variables);
    this.iterations++;
  }

  finalize(variables: Variables): void {
    const { average = {} } = this.#trees;
    for (const name of Object.keys(average)) variables[name]?.assign(average[name]!);
  }

  get state(): OptimizerState {
    const { iterations, learningRate } = this;
    return { iterations, ...(typeof learningRate === 'number' && { learningRate }), ...this.#trees };
  }

  set state(state: OptimizerState) {
    const place = `${this.#place}.state`;
    const { iterations, learningRate, ...trees } = Object(state) as Record<string, OptimizerState>;
    const hint = 'Pass what the state of an optimizer was.';
    const count = expectInteger(place, 'iterations', iterations, { min: 0, hint });
    const rate = numberOrSchedule(place, 'learningRate', learningRate ?? this.learningRate);
    if (trees['transform'] === undefined) {
      this.dispose();
    } else {
      const given = completeState(this.#place, trees, this.#trees as OptimizerState, 'state');
      // Copies, since kernels write into slots; a product by 1 has data of its own, which a clone need not have.
      tidy(() => this.#commit(mapState(given, (tensor) => mul(tensor, 1)) as OptimizerState));
    }
    this.iterations = count;
    if (typeof this.learningRate === 'number') this.learningRate = rate;
  }

  dispose(): void {
    dispose(this.#trees as TensorContainer);
    this.#trees = {};
    this.shapes = {};
    this.#decay = {};
    this.iterations = 0;
  }

  /** The kernel for these updates, if there is one. Kernels square the gradient themselves; see `squareOfGradient`. */
  #kernelFor(updates: Tensors): KernelFunc | undefined {
    const { fused } = this.plan;
    if (!fused || this.#config['epsilon'] === 0 || Object.values(updates).some(squaresOf)) return undefined;
    return findKernel(fused.kernel);
  }

  /** The definition: the variables' values and the transform's state after the update. */
  #update(updates: Tensors, variables: Variables, before: S, context: Context): [values: Tensors, state: S] {
    const names = Object.keys(updates);
    const params = byKey(names, (name): Tensor => {
      const decay = this.#decay[name]! * context.learningRate;
      const variable = variables[name]!;
      return decay === 0 ? variable : sub(variable, mul(variable, decay));
    });
    const { updates: steps, state } = this.plan.transform.update(updates, before, { ...context, params });
    const values = byKey(names, (name): Tensor => {
      const param = params[name]!;
      const step = expectShape(this.#place, `the update of ${name}`, steps[name], param.shape, 'Mend the transform.');
      return add(param, step);
    });
    return [values, state];
  }

  /** Makes `next` the state; the tensors of `inputs` in it are copied. */
  #commit(next: OptimizerState, ...inputs: Tensors[]): void {
    const alien = new Set(inputs.flatMap((tensors) => Object.values(tensors)));
    this.#trees = takeOver(this.#trees as OptimizerState, next, alien) as Trees<S>;
  }
}
