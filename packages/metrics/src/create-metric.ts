import { type Config, formatValue } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Metric, MetricState } from './metric.js';

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
  readonly update: (state: State, yTrue: Tensor, yPred: Tensor, sampleWeight?: Tensor) => void;
  readonly result: (state: State) => Result;
}

const copy = <S extends MetricState>(state: S): S =>
  Object.fromEntries(
    Object.entries(state).map(([key, value]) => [key, typeof value === 'number' ? value : [...value]]),
  ) as S;

function checked<State extends Counts>(name: string, state: MetricState, start: State): State {
  for (const [key, value] of Object.entries(start)) {
    const given: unknown = Object.hasOwn(state, key) ? state[key] : undefined;
    const fits = Array.isArray(value)
      ? Array.isArray(given) &&
        (value.length === 0 || value.length === given.length) &&
        given.every((x) => typeof x === 'number')
      : typeof given === 'number';
    if (fits) continue;
    const kind = !Array.isArray(value)
      ? 'a number'
      : value.length > 0
        ? `${value.length} numbers`
        : 'a list of numbers';
    throw new Error(
      `${name}: expected state.${key} to be ${kind}, received ${formatValue(given)}. Assign what metric.state gave.`,
    );
  }
  return copy(Object.fromEntries(Object.keys(start).map((key) => [key, state[key]!]))) as State;
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
    updateState: (yTrue, yPred, sampleWeight) => update(current, yTrue, yPred, sampleWeight),
    result: () => result(current),
    resetState() {
      const zero = (value: number | number[]): number | number[] =>
        typeof value === 'number' ? 0 : value.map(() => 0);
      current = Object.fromEntries(Object.entries(current).map(([key, value]) => [key, zero(value)])) as State;
    },
    get state() {
      return copy(current);
    },
    set state(state) {
      current = checked(name, state, start());
    },
  };
}
