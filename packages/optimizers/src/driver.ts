import {
  add,
  clone,
  div,
  type KernelFunc,
  mul,
  sub,
  type Tensor,
  tidy,
  type Variable,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { type Config, expectInteger, expectNumber, expectShape, squaresOf } from '@sixstep/parts';
import { applyKernel } from './apply-kernel.js';
import { mix } from './averages.js';
import { byKey } from './by-key.js';
import { checkGradients } from './check-gradients.js';
import { type CommonConfig, numberOrSchedule } from './common-options.js';
import { findKernel, type Fused } from './fused.js';
import type { Known } from './known.js';
import { mapTensors } from './map-tensors.js';
import type { Optimizer, OptimizerState, Tensors, Variables } from './optimizer.js';
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
  /**
   * The slots in the order in which Keras saves them: the groups after one another, a group's slots per variable. One group of
   * all slots by default.
   */
  readonly slots?: readonly (readonly string[])[];
  /** The weight decay of a variable, if not all have the same. */
  readonly weightDecayOf?: (name: string, variable: Variable) => number | null;
}

/** An optimizer of this package. */
export interface Driver<S extends OptimizerState> extends Optimizer {
  readonly plan: Plan<S>;
  /** The variables that there is state for. */
  readonly known: Readonly<Record<string, Known>>;
}

/** All of the state that is trees of tensors. */
type Trees<S> = {
  readonly transform: S;
  readonly average?: Tensors;
  readonly accumulator?: Tensors;
};

const clips = { clipnorm: clipByNorm, clipvalue: clipByValue, globalClipnorm: clipByGlobalNorm };

/** What clips the gradients; where the limit is 0, as where there is none, nothing does. */
function clipOf(place: string, options: CommonConfig): Transform<Stateless> | undefined {
  const given = (Object.keys(clips) as (keyof typeof clips)[]).filter((clip) => options[clip] !== null);
  if (given.length > 1) {
    throw new Error(`${place}: expected one kind of clipping at most, received ${given.join(' and ')}.`);
  }
  const limit = given[0] && options[given[0]];
  return limit ? clips[given[0]!](limit) : undefined;
}

/**
 * Makes an optimizer of a transform. Everything that all optimizers have in common is here, and nothing else.
 *
 * @param place the factory's name, for errors
 * @param options all options as they were given and defaulted
 * @throws Error if several kinds of clipping are given
 */
export function drive<S extends OptimizerState>(
  place: string,
  options: CommonConfig & Config,
  plan: Plan<S>,
): Driver<S> {
  const { transform, fused, weightDecayOf, className = place[0]!.toUpperCase() + place.slice(1) } = plan;
  const { useEma, emaMomentum, emaOverwriteFrequency, gradientAccumulationSteps } = options;
  const every = gradientAccumulationSteps ?? 1;
  const clip = clipOf(place, options);
  let { learningRate } = options;
  let iterations = 0;
  let trees: Partial<Trees<S>> = {};
  let known: Record<string, Known> = {};

  /** Makes `next` the state; the tensors of `inputs` in it are copied. */
  function commit(next: OptimizerState, ...inputs: Tensors[]): void {
    const alien = new Set(inputs.flatMap((tensors) => Object.values(tensors)));
    trees = takeOver(trees as OptimizerState, next, alien) as Trees<S>;
  }

  function currentLearningRate(): number {
    const value = typeof learningRate === 'number' ? learningRate : learningRate(iterations);
    const hint = 'Mend the schedule given as learningRate.';
    return expectNumber(place, `the learning rate of step ${iterations}`, value, { hint });
  }

  function build(variables: Variables): void {
    const names = Object.keys(variables).filter((name) => !known[name]);
    if (names.length === 0) return;
    const unknown = byKey(names, (name) => variables[name]!);
    tidy(() => {
      const fresh = {
        transform: transform.init(unknown),
        ...(useEma && { average: mapTensors(clone, unknown) }),
        ...(every > 1 && { accumulator: mapTensors(zerosLike, unknown) }),
      };
      commit(completeState(place, trees as OptimizerState, fresh, 'state'), unknown);
    });
    for (const name of names) {
      const variable = unknown[name]!;
      const decay = weightDecayOf ? weightDecayOf(name, variable) : options.weightDecay;
      known[name] = {
        shape: variable.shape,
        decay: decay && !excludes(options.excludeFromWeightDecay, name) ? decay : 0,
      };
    }
  }

  /** The kernel for these updates, if there is one. Kernels square the gradient themselves; see `squareOfGradient`. */
  function kernelFor(updates: Tensors): KernelFunc | undefined {
    if (!fused || options['epsilon'] === 0 || Object.values(updates).some(squaresOf)) return undefined;
    return findKernel(fused.kernel);
  }

  /** The definition: the variables' values and the transform's state after the update. */
  function update(updates: Tensors, variables: Variables, before: S, context: Context): [values: Tensors, state: S] {
    const names = Object.keys(updates);
    const params = byKey(names, (name): Tensor => {
      const decay = known[name]!.decay * context.learningRate;
      const variable = variables[name]!;
      return decay === 0 ? variable : sub(variable, mul(variable, decay));
    });
    const { updates: steps, state } = transform.update(updates, before, { ...context, params });
    const values = byKey(names, (name): Tensor => {
      const param = params[name]!;
      const step = steps[name];
      expectShape(place, `the update of ${name}`, step?.shape, param.shape);
      return add(param, step!);
    });
    return [values, state];
  }

  function apply(gradients: Tensors, variables: Variables): void {
    const given = checkGradients(place, gradients, variables, known);
    if (Object.keys(given).length === 0) return;
    build(variables);
    const step = Math.floor(iterations / every);
    const last = (iterations + 1) % every === 0;
    const context = { params: variables, step, learningRate: currentLearningRate() };
    tidy(() => {
      const { transform: before, average = {}, accumulator = {} } = trees as Trees<S>;
      const next: { -readonly [K in keyof Trees<S>]?: Trees<S>[K] } = {};
      let updates = given;
      let values: Tensors = {};
      if (every > 1) {
        updates = mapTensors(add, given, accumulator);
        next.accumulator = last ? mapTensors(zerosLike, accumulator) : { ...accumulator, ...updates };
      }
      if (last) {
        if (every > 1) updates = mapTensors((sum) => div(sum, every), updates);
        if (clip) ({ updates } = clip.update(updates, {}, context));
        const kernel = kernelFor(updates);
        if (kernel) {
          trees = { ...trees, transform: applyKernel(fused!, kernel, updates, variables, before, context, known) };
        } else {
          [values, next.transform] = update(updates, variables, before, context);
        }
      }
      if (useEma) {
        const momentum = step === 0 ? 0 : emaMomentum;
        const averages = mapTensors((w, a) => mix(a, w, momentum), { ...variables, ...values }, average);
        next.average = { ...average, ...averages };
      }
      if (Object.keys(next).length > 0) commit({ ...trees, ...next }, variables, given);
      for (const name of Object.keys(values)) variables[name]!.assign(values[name]!);
    });
    if (emaOverwriteFrequency && (step + 1) % emaOverwriteFrequency === 0) finalize(variables);
    iterations++;
  }

  function finalize(variables: Variables): void {
    const { average = {} } = trees;
    for (const name of Object.keys(average)) variables[name]?.assign(average[name]!);
  }

  function dispose(): void {
    mapState(trees as OptimizerState, (tensor) => tensor.dispose());
    trees = {};
    known = {};
    iterations = 0;
  }

  return {
    className,
    plan,
    get known() {
      return known;
    },
    get config() {
      return { ...options, learningRate };
    },
    get iterations() {
      return iterations;
    },
    get learningRate() {
      return learningRate;
    },
    set learningRate(value) {
      learningRate = numberOrSchedule(place, 'learningRate', value);
    },
    get state() {
      return { iterations, ...(typeof learningRate === 'number' && { learningRate }), ...trees } as OptimizerState;
    },
    set state(state) {
      const stated = `${place}.state`;
      const { iterations: counted, learningRate: rated, ...given } = Object(state) as Record<string, OptimizerState>;
      const hint = 'Pass the state of an optimizer.';
      const count = expectInteger(stated, 'iterations', counted, { min: 0, hint });
      const rate = numberOrSchedule(stated, 'learningRate', rated ?? learningRate);
      if (given['transform'] === undefined) {
        dispose();
      } else {
        const complete = completeState(place, given, trees as OptimizerState, 'state');
        // Copies, since kernels write into slots; a product by 1 has data of its own, which a clone need not have.
        tidy(() => commit(mapState(complete, (tensor) => mul(tensor, 1)) as OptimizerState));
      }
      iterations = count;
      if (typeof learningRate === 'number') learningRate = rate;
    },
    currentLearningRate,
    build,
    apply,
    finalize,
    dispose,
  };
}
