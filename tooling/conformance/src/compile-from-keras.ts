import * as losses from '@sixstep/losses';
import * as metrics from '@sixstep/metrics';
import type { CompileOptions } from '@sixstep/model';
import * as optimizers from '@sixstep/optimizers';
import { camelCase } from './camel-case.js';
import { isJson, isSerializedPart, type Json } from './fixture.js';
import { partFromKeras } from './from-keras.js';

/** A part, or the name of one in the spelling of a table; in lists and in records by output too. */
function parts(value: unknown, table: object): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') {
    const exact = camelCase(value);
    return exact in table
      ? exact
      : (Object.keys(table).find((key) => key.toLowerCase() === exact.toLowerCase()) ?? exact);
  }
  if (Array.isArray(value)) return value.map((item) => parts(item, table) ?? null);
  if (isSerializedPart(value)) return partFromKeras(value);
  // The keys are names of outputs.
  if (isJson(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, parts(item, table) ?? null]));
  return value;
}

/** The arguments of Keras' `compile` as ours. */
export function compileFromKeras(compile: Json): CompileOptions {
  const options = {
    optimizer: parts(compile['optimizer'], optimizers.optimizers),
    loss: parts(compile['loss'], losses.losses),
    lossWeights: compile['loss_weights'] ?? undefined,
    metrics: parts(compile['metrics'], metrics.metrics),
    weightedMetrics: parts(compile['weighted_metrics'], metrics.metrics),
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
