import { accuracyFor, getMetric, type Metric, type MetricFunction, type MetricName } from '@sixstep/metrics';
import { maskOf } from '@sixstep/layers';
import { cast, mul, type Tensor } from '@tensorflow/tfjs-core';
import { logKey, type Logs } from './logs.js';
import type { OutputLoss } from './objective.js';

/** A metric by name, as a part, or as a function (yTrue, yPred) -> values that are averaged. */
export type MetricSpec = MetricName | Metric | Metric<readonly number[]> | MetricFunction;
type OfOneOutput = MetricSpec | readonly MetricSpec[] | null;
/** What `compile` takes as `metrics`: a list; where there are several outputs, a list or a record with each one's. */
export type MetricSpecs = readonly OfOneOutput[] | Readonly<Record<string, OfOneOutput>>;

/** One metric of one output. */
interface Meter {
  readonly key: string;
  readonly output: number;
  readonly weighted: boolean;
  /** Undefined until the first batch, for a name such as `accuracy` whose meaning depends on the shapes. */
  metric: Metric<number | readonly number[]> | undefined;
  readonly spec: MetricSpec;
}

const SHAPE_DEPENDENT = ['accuracy', 'acc', 'crossentropy', 'ce'];

const nameOf = (spec: MetricSpec): string => (typeof spec === 'string' ? spec : spec.name);

function metersOf(specs: MetricSpecs, outputs: readonly string[], option: string, weighted: boolean): Meter[] {
  const byOutput: readonly OfOneOutput[] =
    outputs.length === 1
      ? [(Array.isArray(specs) ? specs : Object.values(specs)).flat() as MetricSpec[]]
      : Array.isArray(specs)
        ? (specs as readonly OfOneOutput[])
        : outputs.map((name) => (specs as Readonly<Record<string, OfOneOutput>>)[name] ?? null);
  const strange = Array.isArray(specs) ? undefined : Object.keys(specs).find((name) => !outputs.includes(name));
  if (byOutput.length !== outputs.length || strange !== undefined) {
    throw new Error(
      `compile: expected ${option} for the outputs ${outputs.join(', ')}, ` +
        `received ${strange === undefined ? `${byOutput.length} items` : `some for ${strange}`}.`,
    );
  }
  return byOutput.flatMap((given, output) =>
    (given === null ? [] : [given].flat()).map((spec) => {
      const words = outputs.length === 1 ? [] : [outputs[output]!];
      const deferred = typeof spec === 'string' && SHAPE_DEPENDENT.includes(spec);
      return {
        key: logKey(...words, nameOf(spec as MetricSpec)),
        output,
        weighted,
        metric: deferred ? undefined : getMetric(spec as MetricSpec, 'compile'),
        spec: spec as MetricSpec,
      };
    }),
  );
}

/** The running figures of an epoch: the loss, each output's loss where there are several, and the metrics. */
export class Meters {
  private readonly meters: readonly Meter[];
  private readonly lossKeys: readonly string[];
  private sums: number[] = [];
  private samples = 0;

  constructor(
    metrics: MetricSpecs,
    weightedMetrics: MetricSpecs,
    losses: readonly OutputLoss[],
    outputs: readonly string[],
  ) {
    const plain = metersOf(metrics, outputs, 'metrics', false);
    const names = plain.map((meter) => meter.key);
    const weighted = metersOf(weightedMetrics, outputs, 'weightedMetrics', true).map((meter) =>
      names.includes(meter.key) ? { ...meter, key: logKey('weighted', meter.key) } : meter,
    );
    this.meters = [...plain, ...weighted];
    this.lossKeys = ['loss', ...(losses.length > 1 ? losses.map((loss) => loss.key) : [])];
    this.reset();
  }

  reset(): void {
    this.sums = this.lossKeys.map(() => 0);
    this.samples = 0;
    for (const { metric } of this.meters) metric?.resetState();
  }

  /** @param values the loss, then each output's where there are several */
  addLosses(values: readonly number[], samples: number): void {
    values.forEach((value, i) => (this.sums[i]! += value * samples));
    this.samples += samples;
  }

  addMetrics(yTrue: readonly Tensor[], yPred: readonly Tensor[], weights: readonly (Tensor | undefined)[]): void {
    for (const meter of this.meters) {
      const [t, p] = [yTrue[meter.output]!, yPred[meter.output]!];
      meter.metric ??= accuracyFor(meter.spec as string, t.shape, p.shape);
      const weight = meter.weighted ? weights[meter.output] : undefined;
      const mask = maskOf(p);
      if (mask === undefined) meter.metric.updateState(t, p, weight);
      else meter.metric.updateState(t, p, weight === undefined ? cast(mask, 'float32') : mul(weight, cast(mask, 'float32')));
    }
  }

  results(): Logs {
    const logs: Record<string, number> = {};
    this.lossKeys.forEach((key, i) => (logs[key] = this.sums[i]! / this.samples));
    for (const { key, metric } of this.meters) {
      const value = metric?.result() ?? 0;
      if (typeof value === 'number') logs[key] = value;
      else value.forEach((v, i) => (logs[`${key}_${i}`] = v));
    }
    return logs;
  }
}
