import { maskOf } from '@sixstep/layers';
import { getLoss, type Loss, type LossName } from '@sixstep/losses';
import { cast, mul, sum, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { logKey } from './logs.js';

/** A loss, by name or as a part. */
export type LossSpec = LossName | Loss;
/** What `compile` takes as `loss`: one for all outputs, or one per output; null for an output that has none. */
export type LossSpecs = LossSpec | readonly (LossSpec | null)[] | Readonly<Record<string, LossSpec | null>>;
/** What `compile` takes as `lossWeights`. */
export type LossWeights = readonly number[] | Readonly<Record<string, number>>;

/** The loss of one output. */
export interface OutputLoss {
  readonly output: number;
  readonly loss: Loss;
  readonly weight: number;
  /** The key of its figure in the logs, where there are several. */
  readonly key: string;
}

const isOne = (spec: LossSpecs): spec is LossSpec => typeof spec === 'string' || typeof spec === 'function';

/**
 * The same losses, names looked up.
 *
 * @throws Error on an unknown name, with the nearest known one
 */
export function knownLosses(specs: LossSpecs): LossSpecs {
  const known = (spec: LossSpec | null): Loss | null => (spec === null ? null : getLoss(spec, 'compile'));
  if (isOne(specs)) return getLoss(specs, 'compile');
  if (Array.isArray(specs)) return (specs as readonly (LossSpec | null)[]).map(known);
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, known(spec as LossSpec | null)]));
}

/**
 * The losses of a model with outputs of these names.
 *
 * @throws Error that names the output, if the losses or weights do not fit the outputs
 */
export function outputLosses(
  specs: LossSpecs | undefined,
  weights: LossWeights | undefined,
  outputs: readonly string[],
): OutputLoss[] {
  if (specs === undefined) return [];
  const pick = <T>(
    values: readonly T[] | Readonly<Record<string, T>>,
    what: string,
    name: string,
    i: number,
  ): T | undefined => {
    const given = Array.isArray(values) ? values.length : Object.keys(values);
    const fits = typeof given === 'number' ? given === outputs.length : given.every((key) => outputs.includes(key));
    if (!fits) {
      const received = typeof given === 'number' ? `${given} items` : given.join(', ');
      throw new Error(`compile: expected ${what} for the outputs ${outputs.join(', ')}, received ${received}.`);
    }
    return Array.isArray(values) ? (values as readonly T[])[i] : (values as Readonly<Record<string, T>>)[name];
  };
  return outputs.flatMap((name, output) => {
    const spec = isOne(specs) ? specs : pick(specs, 'a loss', name, output);
    if (spec === null || spec === undefined) return [];
    const weight = weights === undefined ? 1 : (pick(weights, 'a loss weight', name, output) ?? 1);
    return [{ output, loss: getLoss(spec, 'compile'), weight, key: logKey(name, 'loss') }];
  });
}

/**
 * The loss of one output. Steps that the output's mask leaves out do not count: for a mean, the mask is scaled so that the
 * sum is divided by the number of steps that count (`apply_mask` in Keras).
 */
export function maskedLoss(loss: Loss, yTrue: Tensor, yPred: Tensor, sampleWeight: Tensor | undefined): Scalar {
  const mask = maskOf(yPred);
  if (mask === undefined || mask.isDisposed) return loss(yTrue, yPred, sampleWeight) as Scalar;
  let counts: Tensor = cast(mask, 'float32');
  const reduction = (loss.config?.['reduction'] as string | undefined) ?? 'sumOverBatchSize';
  if (reduction === 'sumOverBatchSize' || reduction === 'mean') {
    const valid = (sum(counts).dataSync() as Float32Array)[0]!;
    counts = mul(counts, valid === 0 ? 0 : counts.size / valid);
  }
  return loss(yTrue, yPred, sampleWeight === undefined ? counts : mul(sampleWeight, counts)) as Scalar;
}
