import type { CompileOptions } from '@sixstep/model';
import { formatValue } from '@sixstep/parts';
import type { JsonObject, JsonValue } from '../parse-json.js';
import { isJsonObject } from '../parse-json.js';
import { snakeCase } from './snake-case.js';
import { isDescribed, partToKeras } from './to-keras-options.js';

/** Parts in lists and in records by output. */
function parts(value: unknown, place: string): JsonValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return snakeCase(value);
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map((item) => parts(item, place));
  if (isDescribed(value)) return partToKeras(value, place);
  if (isJsonObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, parts(item, place)]));
  throw new Error(
    `${place}: expected a part that a file can name, received ${formatValue(value)}. Use a part of Sixstep.`,
  );
}

/**
 * What `compile` was given, as Keras writes it.
 *
 * @throws Error if a part is a function of the user's own
 */
export function compileToKeras(
  { optimizer, loss, lossWeights, metrics, weightedMetrics }: CompileOptions,
  place: string,
): JsonObject {
  return {
    optimizer: parts(optimizer, `${place}: optimizer`),
    loss: parts(loss, `${place}: loss`),
    loss_weights: parts(lossWeights, `${place}: lossWeights`),
    metrics: parts(metrics, `${place}: metrics`),
    weighted_metrics: parts(weightedMetrics, `${place}: weightedMetrics`),
    run_eagerly: false,
    steps_per_execution: 1,
    jit_compile: false,
  };
}
