import type { AnyModel, ArrayData, MetersState, StepRunner } from '@sixstep/model';
import type { Optimizer, Tensors } from '@sixstep/optimizers';
import { Generator } from '@sixstep/random';
import { add, keep, mul, scalar, tidy, type Tensor } from '@tensorflow/tfjs-core';

type Arrays = ArrayData | Readonly<Record<string, ArrayData>>;

const isOne = (data: Arrays): data is ArrayData => 'shape' in data;

/** The samples at `rows`. */
function cut(data: Arrays, rows: Int32Array): Arrays {
  if (!isOne(data)) {
    return Object.fromEntries(Object.entries(data).map(([name, item]) => [name, cut(item, rows) as ArrayData]));
  }
  const [, ...sample] = data.shape as number[];
  const size = sample.reduce((product, n) => product * n, 1);
  const values = data.data.slice(0, rows.length * size) as Float32Array;
  rows.forEach((row, i) => values.set(data.data.subarray(row * size, (row + 1) * size) as Float32Array, i * size));
  return { ...data, data: values, shape: [rows.length, ...sample] };
}

/** An optimizer that keeps the gradients and changes nothing. */
function recorder(): Optimizer & { gradients: Tensors } {
  return {
    gradients: {},
    apply(gradients) {
      this.gradients = gradients;
      for (const gradient of Object.values(gradients)) keep(gradient);
    },
    className: 'Recorder',
    config: {},
    learningRate: 0,
    iterations: 0,
    currentLearningRate: () => 0,
    build() {},
    finalize() {},
    state: 0,
    dispose() {},
  };
}

const sum = (tensors: readonly Tensor[]): Tensor => tensors.reduce((a, b) => add(a, b));

/**
 * What workers must agree with: a step on one thread, in `count` micro-batches, whose gradients are added up by their shares.
 * Written apart from the workers' code.
 *
 * @param twin the same model as the one that is trained; the micro-batches are run on it
 */
export function microBatches(count: number, twin: AnyModel): StepRunner {
  return {
    async begin({ model, x, y, sampleWeight, classWeight }) {
      const recorded = recorder();
      twin.ensureBuilt(model.inputShape as never);
      twin.compile({ ...twin.compileOptions, optimizer: recorded });
      return {
        async run(rows) {
          const parts = Array.from({ length: count }, (_, i) =>
            rows.slice(Math.floor((i * rows.length) / count), Math.floor(((i + 1) * rows.length) / count)),
          );
          const seeds = parts.map(() => Object.values(model.generators()).map((generator) => generator.uint32()));
          return tidy(() => {
            const gradients: Record<string, Tensor[]> = {};
            const moved: Record<string, Tensor[]> = {};
            let meters = model.metersState;
            let loss = 0;
            const batches = meters?.batches ?? 0;
            parts.forEach((part, i) => {
              if (part.length === 0) return;
              const share = part.length / rows.length;
              twin.setWeights(model.weights);
              Object.values(twin.generators()).forEach((generator, k) => {
                generator.state = new Generator(seeds[i]![k]!).state;
              });
              twin.trainOnBatch(cut(x as Arrays, part) as never, cut(y as Arrays, part) as never, {
                ...(sampleWeight !== undefined && { sampleWeight: cut(sampleWeight as ArrayData, part) as ArrayData }),
                ...(classWeight !== undefined && { classWeight }),
              });
              for (const [path, gradient] of Object.entries(recorded.gradients)) {
                (gradients[path] ??= []).push(mul(gradient, share));
                gradient.dispose();
              }
              for (const { path, variable, trainable } of twin.namedWeights())
                if (!trainable && path.includes('moving_')) (moved[path] ??= []).push(mul(variable, share));
              loss += (share * twin.metersState!.sums[0]!) / part.length;
              meters = plus(meters, twin.metersState!, share);
            });
            const logs = model.takeStep(
              scalar(loss),
              Object.fromEntries(Object.entries(gradients).map(([path, all]) => [path, sum(all)])),
              { ...meters!, batches: batches + 1 },
            );
            for (const { path, variable } of model.namedWeights())
              if (moved[path] !== undefined) variable.assign(sum(moved[path]));
            return logs;
          });
        },
        end: async () => {},
      };
    },
  };
}

/** Everything that was counted, added up; an output's own loss counts by the share. */
function plus(a: MetersState | null, b: MetersState, share: number): MetersState {
  return {
    ...b,
    sums: b.sums.map((value, i) => (a?.sums[i] ?? 0) + (i === 0 ? value : value * share)),
    samples: (a?.samples ?? 0) + b.samples,
    metrics: b.metrics.map(({ state, shapes }, i) => ({
      shapes: a?.metrics[i]?.shapes ?? shapes,
      state: Object.fromEntries(
        Object.entries(state!).map(([key, value]) => {
          const old = a?.metrics[i]?.state?.[key];
          if (typeof value === 'number') return [key, ((old as number | undefined) ?? 0) + value];
          return [key, value.map((item, k) => ((old as readonly number[] | undefined)?.[k] ?? 0) + item)];
        }),
      ),
    })),
  };
}
