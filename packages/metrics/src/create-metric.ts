import { type Config, formatValue } from '@sixstep/parts';
import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import type { Metric } from './metric.js';

/** A state while it is counted on. */
export type Counts = Record<string, number | number[]>;

/** What makes a metric: how its state starts, how a batch adds to it, and what it says. */
export interface MetricDefinition<State extends Counts, Result extends number | readonly number[]> {
  /** Keras' class. */
  readonly className: string;
  readonly name: string;
  readonly direction?: 'up' | 'down' | undefined;
  readonly config?: Config;
  /** The empty state. A list whose length only the first batch tells starts empty; a reset keeps its length. */
  readonly start: () => State;
  /** What it computes with tensors is disposed after it. */
  readonly update: (state: State, yTrue: Tensor, yPred: Tensor, sampleWeight?: Tensor) => void;
  readonly result: (state: State) => Result;
}

/** A metric out of its definition. Its state is copied where it is read and where it is assigned. */
export function createMetric<State extends Counts, Result extends number | readonly number[]>({
  className,
  name,
  direction,
  config = {},
  start,
  update,
  result,
}: MetricDefinition<State, Result>): Metric<Result> {
  let current = start();
  return {
    className,
    name,
    direction,
    config: { name, ...config },
    updateState: (yTrue, yPred, sampleWeight) => tidy(() => update(current, yTrue, yPred, sampleWeight)),
    result: () => result(current),
    resetState() {
      const last = current;
      current = start();
      for (const [key, empty] of Object.entries(current)) {
        if (Array.isArray(empty) && empty.length === 0) (current as Counts)[key] = [last[key]!].flat().map(() => 0);
      }
    },
    get state() {
      return structuredClone(current);
    },
    set state(state) {
      const entries = Object.entries(start()).map(([key, empty]) => {
        const given = state[key];
        const [had, wanted] = [[given].flat(), [empty].flat()];
        const fits =
          Array.isArray(given) === Array.isArray(empty) &&
          had.every((x) => typeof x === 'number') &&
          [0, had.length].includes(wanted.length);
        if (fits) return [key, structuredClone(given)];
        throw new Error(
          `${name}: expected state.${key} to be like ${formatValue(empty)}, received ${formatValue(given)}. ` +
            `Assign what metric.state gave.`,
        );
      });
      current = Object.fromEntries(entries) as State;
    },
  };
}
