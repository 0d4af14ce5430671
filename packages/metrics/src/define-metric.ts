import { expectShape, type Read, readOptions } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import { camelCase } from './camel-case.js';
import { type Counts, createMetric } from './create-metric.js';
import type { Metric, NameOptions } from './metric.js';

/** What makes a metric whose state is a sum over the batches. */
export interface Additive<State extends Counts, Result extends number | readonly number[]> {
  readonly direction: Metric['direction'];
  /** The empty state. A list whose length only the first batch tells starts empty. */
  readonly start: () => State;
  /** What a batch adds to the state. `place` is the metric's name, for errors. */
  readonly count: (place: string, yTrue: Tensor, yPred: Tensor, sampleWeight?: Tensor) => State;
  readonly result: (state: State) => Result;
}

/** Adds what a batch counted, or throws before it changes anything: lists come first, all of one length. */
function add(state: Counts, counts: Counts, place: string): void {
  for (const [key, more] of Object.entries(counts)) {
    const had = state[key]!;
    if (typeof more === 'number') state[key] = (had as number) + more;
    else if ((had as number[]).length === 0) state[key] = more;
    else {
      expectShape(place, 'the columns of all batches', [more.length], [(had as number[]).length]);
      more.forEach((x, i) => ((had as number[])[i]! += x));
    }
  }
}

/**
 * A metric out of its options. Where they give no name it has that of its class, in camelCase.
 *
 * @param defaults the options that it has besides the name, as `readOptions` takes them
 * @param define makes it of these, which are its config
 */
export function defineMetric<
  Options extends NameOptions,
  const Defaults extends { readonly [K in keyof Options]?: unknown },
  State extends Counts,
  Result extends number | readonly number[],
>(
  className: string,
  options: Options,
  defaults: Defaults,
  define: (config: Read<Options, Defaults>, place: string) => Additive<State, Result>,
): Metric<Result> {
  const { name = camelCase(className) } = options;
  const config = readOptions(name, options, defaults);
  const { count, ...rest } = define(config, name);
  return createMetric<State, Result>({
    className,
    name,
    config,
    ...rest,
    update: (state, ...batch) => add(state, count(name, ...batch), name),
  });
}
