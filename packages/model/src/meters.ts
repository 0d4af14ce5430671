import { getMetric, type Metric, type MetricLike, type MetricState } from '@sixstep/metrics';
import { maskOf } from '@sixstep/layers';
import { cast, mul, type Tensor } from '@tensorflow/tfjs-core';
import { logKey, type Logs } from './logs.js';
import type { OutputLoss } from './objective.js';
import { inOrder, type Items, mapItems } from './structure.js';

/** The metrics of one output. */
export type OfOneOutput = MetricLike | readonly MetricLike[] | null;
/** What `compile` takes as `metrics`: a list; where there are several outputs, a list or a record with each one's. */
export type MetricSpecs = Items<OfOneOutput>;

/** The shapes of the first batch, on which the meaning of some metrics depends. */
export type MetricShapes = { readonly yTrue: readonly number[]; readonly yPred: readonly number[] };

/** What `Meters` have counted so far. */
export interface MetersState {
  readonly outputs: number;
  readonly sums: readonly number[];
  readonly samples: number;
  readonly batches: number;
  /** Null for a metric that has seen no batch. */
  readonly metrics: readonly { readonly state: MetricState | null; readonly shapes: MetricShapes | null }[];
}

/** One metric of one output. */
interface Meter {
  /** The shapes of the first batch, where the meaning depends on them. */
  shapes?: MetricShapes;
  readonly key: string;
  readonly output: number;
  readonly weighted: boolean;
  /** Undefined until the first batch, for a name such as `accuracy` whose meaning depends on the shapes. */
  metric: Metric<number | readonly number[]> | undefined;
  readonly spec: MetricLike;
}

const SHAPE_DEPENDENT = ['accuracy', 'acc', 'crossentropy', 'ce'];

/** Whether the meaning of the metric depends on the shapes. */
const isDeferred = (spec: MetricLike): boolean => typeof spec === 'string' && SHAPE_DEPENDENT.includes(spec);

/** The metrics of one output, as a list. */
const listOf = (given: OfOneOutput | undefined): readonly MetricLike[] => [given ?? []].flat() as MetricLike[];

/**
 * The same metrics, names looked up, but for those whose meaning depends on the shapes.
 *
 * @throws Error on an unknown name, with the nearest known one
 */
export function knownMetrics(specs: MetricSpecs): MetricSpecs {
  const known = (spec: MetricLike): MetricLike => (isDeferred(spec) ? spec : getMetric(spec, 'compile'));
  return mapItems<OfOneOutput, OfOneOutput>(specs, (given) =>
    Array.isArray(given) ? given.map(known) : given && known(given as MetricLike),
  );
}

function metersOf(
  specs: MetricSpecs | undefined,
  outputs: readonly string[],
  option: string,
  weighted: boolean,
): Meter[] {
  if (specs === undefined) return [];
  const given: readonly (OfOneOutput | undefined)[] =
    outputs.length === 1 && Array.isArray(specs)
      ? [(specs as readonly OfOneOutput[]).flatMap(listOf)]
      : inOrder<OfOneOutput>(specs, outputs, `compile: ${option}`);
  return outputs.flatMap((name, output) =>
    listOf(given[output]).map((spec): Meter => {
      const metric = isDeferred(spec) ? undefined : getMetric(spec, 'compile');
      const words = outputs.length === 1 ? [] : [name];
      return { key: logKey(...words, metric?.name ?? (spec as string)), output, weighted, metric, spec };
    }),
  );
}

/** The running figures of an epoch: the loss, each output's loss where there are several, and the metrics. */
export class Meters {
  readonly #meters: readonly Meter[];
  readonly #lossKeys: readonly string[];
  readonly #outputs: number;
  #sums: number[] = [];
  #samples = 0;
  #batches = 0;

  constructor(
    metrics: MetricSpecs | undefined,
    weightedMetrics: MetricSpecs | undefined,
    losses: readonly OutputLoss[],
    outputs: readonly string[],
  ) {
    const plain = metersOf(metrics, outputs, 'metrics', false);
    const names = plain.map((meter) => meter.key);
    const weighted = metersOf(weightedMetrics, outputs, 'weightedMetrics', true).map((meter) =>
      names.includes(meter.key) ? { ...meter, key: logKey('weighted', meter.key) } : meter,
    );
    this.#meters = [...plain, ...weighted];
    this.#outputs = outputs.length;
    this.#lossKeys = ['loss', ...(losses.length > 1 ? losses.map((loss) => loss.key) : [])];
    this.reset();
  }

  reset(): void {
    this.#sums = this.#lossKeys.map(() => 0);
    this.#samples = 0;
    this.#batches = 0;
    for (const { metric } of this.#meters) metric?.resetState();
  }

  /**
   * The loss counts by its number of samples; each output's counts once a batch, also where the last batch is smaller, since
   * Keras on TensorFlow does not know the size of a batch there.
   *
   * @param values the loss, then each output's where there are several
   */
  addLosses([loss, ...parts]: readonly number[], samples: number): void {
    this.#sums[0]! += loss! * samples;
    parts.forEach((part, i) => (this.#sums[i + 1]! += part));
    this.#samples += samples;
    this.#batches++;
  }

  addMetrics(yTrue: readonly Tensor[], yPred: readonly Tensor[], weights: readonly (Tensor | undefined)[]): void {
    for (const meter of this.#meters) {
      const [t, p] = [yTrue[meter.output]!, yPred[meter.output]!];
      if (meter.metric === undefined) this.#resolve(meter, { yTrue: t.shape, yPred: p.shape });
      const weight = meter.weighted ? weights[meter.output] : undefined;
      const mask = maskOf(p);
      const counts = mask && cast(mask, 'float32');
      meter.metric!.updateState(t, p, weight && counts ? mul(weight, counts) : (counts ?? weight));
    }
  }

  #resolve(meter: Meter, shapes: MetricShapes): void {
    meter.metric = getMetric(meter.spec, 'compile', shapes);
    meter.shapes = { yTrue: [...shapes.yTrue], yPred: [...shapes.yPred] };
  }

  /** A copy of what was counted. @throws Error on assignment, if it is of other metrics */
  get state(): MetersState {
    const metrics = this.#meters.map(({ metric, shapes }) => ({
      state: metric?.state ?? null,
      shapes: shapes ?? null,
    }));
    return { outputs: this.#outputs, sums: [...this.#sums], samples: this.#samples, batches: this.#batches, metrics };
  }

  set state({ sums, samples, batches, metrics }: MetersState) {
    if (sums.length !== this.#sums.length || metrics.length !== this.#meters.length) {
      throw new Error(
        `fit: expected resumeFrom to be a state of ${this.#sums.length} losses and ${this.#meters.length} metrics, ` +
          `received one of ${sums.length} and ${metrics.length}. Compile with the same losses and metrics.`,
      );
    }
    [this.#sums, this.#samples, this.#batches] = [[...sums], samples, batches];
    this.#meters.forEach((meter, i) => {
      const { state, shapes } = metrics[i]!;
      if (meter.metric === undefined && shapes !== null) this.#resolve(meter, shapes);
      if (state !== null && meter.metric !== undefined) meter.metric.state = state;
    });
  }

  results(): Logs {
    const logs: Record<string, number> = {};
    this.#lossKeys.forEach((key, i) => (logs[key] = this.#sums[i]! / (i === 0 ? this.#samples : this.#batches)));
    for (const { key, metric } of this.#meters) {
      const value = metric?.result() ?? 0;
      if (typeof value === 'number') logs[key] = value;
      else value.forEach((item, i) => (logs[logKey(key, String(i))] = item));
    }
    return logs;
  }
}
