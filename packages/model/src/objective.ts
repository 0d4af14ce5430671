import { maskOf } from '@sixstep/layers';
import { getLoss, type Loss, type LossName } from '@sixstep/losses';
import { cast, mul, sum, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { logKey } from './logs.js';
import { inOrder, type Items, mapItems } from './structure.js';

/** A loss, by name or as a part. */
export type LossSpec = LossName | Loss;
/** What `compile` takes as `loss`: one for all outputs, or one per output; null for an output that has none. */
export type LossSpecs = LossSpec | Items<LossSpec | null>;
/** What `compile` takes as `lossWeights`. */
export type LossWeights = Items<number>;

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
  if (isOne(specs)) return getLoss(specs, 'compile');
  return mapItems<LossSpec | null, Loss | null>(specs, (spec) => (spec === null ? null : getLoss(spec, 'compile')));
}

/**
 * The losses of a model with outputs of these names.
 *
 * @throws Error that names the outputs, if the losses or weights do not fit them
 */
export function outputLosses(
  specs: LossSpecs | undefined,
  weights: LossWeights | undefined,
  outputs: readonly string[],
): OutputLoss[] {
  if (specs === undefined) return [];
  const losses = isOne(specs) ? outputs.map(() => specs) : inOrder<LossSpec | null>(specs, outputs, 'compile: loss');
  const counts = weights === undefined ? [] : inOrder<number>(weights, outputs, 'compile: lossWeights');
  return outputs.flatMap((name, output) => {
    const spec = losses[output] ?? null;
    if (spec === null) return [];
    return [{ output, loss: getLoss(spec, 'compile'), weight: counts[output] ?? 1, key: logKey(name, 'loss') }];
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
