import { losses } from '@sixstep/losses';
import { metrics } from '@sixstep/metrics';
import type { CompileOptions } from '@sixstep/model';
import { optimizers } from '@sixstep/optimizers';
import { isJsonObject } from '../parse-json.js';
import { camelCase } from './camel-case.js';
import { partFromKeras } from './from-keras-options.js';
import { isKerasPart } from './keras-part.js';
import { nameIn, type PartModule } from './part-tables.js';

const place = 'compileFromKeras';

/** The module of a part by the option that ends so, for parts that do not say it. */
const endings: Readonly<Record<string, PartModule>> = { optimizer: 'optimizers', loss: 'losses', metrics: 'metrics' };

/** A part, or the name of one in the spelling of a table; in lists and in records by output too. */
function parts(value: unknown, table: object, option: string): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return nameIn(table, value) ?? camelCase(value);
  if (Array.isArray(value)) return value.map((item) => parts(item, table, option) ?? null);
  if (isKerasPart(value)) {
    return partFromKeras(value.module == null ? { ...value, module: endings[option]! } : value, place);
  }
  // The keys are names of outputs.
  if (isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, parts(item, table, option) ?? null]));
  }
  return value;
}

/**
 * The arguments of Keras' `compile` as ours.
 *
 * @throws FormatError if there is no such part, or one does not take its options
 */
export function compileFromKeras(compile: Readonly<Record<string, unknown>>): CompileOptions {
  const lossWeights = compile['loss_weights'] ?? undefined;
  const options = {
    optimizer: parts(compile['optimizer'] ?? compile['optimizer_config'], optimizers, 'optimizer'),
    loss: parts(compile['loss'], losses, 'loss'),
    lossWeights,
    metrics: parts(compile['metrics'], metrics, 'metrics'),
    weightedMetrics: parts(compile['weighted_metrics'], metrics, 'metrics'),
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as CompileOptions;
}
