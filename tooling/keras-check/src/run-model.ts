import type { AnyModel } from '@sixstep/model';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { CheckCase } from './check-case.js';

/** Figures by name; some metrics give several. */
export type Figures = Readonly<Record<string, number | readonly number[]>>;

/** What a model makes of its data, and how it trains on: the same is done in Keras. */
export interface Outcome {
  readonly predicted: readonly number[];
  /** The loss and the metrics of two further steps. */
  readonly steps: readonly Figures[];
  readonly predictedAfter: readonly number[];
}

const one = <T>(list: readonly T[]): T | readonly T[] => (list.length === 1 ? list[0]! : list);

function predict(model: AnyModel, x: CheckCase['x']): number[] {
  const outputs = [model.predictOnBatch(one(x) as never) as Tensor | Tensor[]].flat();
  const values = outputs.flatMap((y) => [...(y.dataSync() as Float32Array)]);
  for (const y of outputs) y.dispose();
  return values;
}

export const trainStep = (model: AnyModel, { x, y }: CheckCase): Figures =>
  model.trainOnBatch(one(x) as never, one(y) as never);

/** Predicts, trains two steps, and predicts. */
export function runModel(model: AnyModel, trial: CheckCase): Outcome {
  const predicted = predict(model, trial.x);
  const steps = [trainStep(model, trial), trainStep(model, trial)];
  return { predicted, steps, predictedAfter: predict(model, trial.x) };
}
