import { Layer } from '@sixstep/layers';
import { formatValue, type Config, type Described } from '@sixstep/parts';
import type { JsonObject, JsonValue } from '../parse-json.js';
import { isActivationLayer } from './activation-layer.js';
import { isPartOf } from './is-part-of.js';
import { kerasPart } from './keras-part.js';
import { layerToKeras } from './layer-to-keras.js';
import { snakeCase } from './snake-case.js';

/** Options that Keras has not, or has elsewhere, and the value at which leaving them out changes nothing. */
const ours: Readonly<Record<string, readonly unknown[]>> = {
  dampening: [null],
  dampenFirstStep: [true],
  excludeFromWeightDecay: [null, []],
  asPublished: [false],
  sparse: [false, true],
};

/** Options that say where a part stands, or how it was made, not what it is. */
const dropped = ['inputShape', 'dtype', 'fn'];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Options as Keras writes them: names and values in snake case, parts as `{ module, class_name, config }`. What Keras has not
 * is written too, unless it says nothing: Keras then refuses the file rather than misread it.
 *
 * @throws Error if an option is a function that has no name
 */
export function optionsToKeras(config: Config, place: string): JsonObject {
  const options: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(config)) {
    if (value === undefined || dropped.includes(key)) continue;
    if (ours[key]?.some((neutral) => same(neutral, value))) continue;
    options[snakeCase(key)] = key === 'name' ? (value as string) : valueToKeras(value, `${place}: ${key}`);
  }
  return options;
}

/** A value of an option. */
export function valueToKeras(value: unknown, place: string): JsonValue {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return snakeCase(value);
  if (Array.isArray(value)) return value.map((item) => valueToKeras(item, place));
  if (ArrayBuffer.isView(value)) return Array.from(value as Float32Array);
  if (value instanceof Layer) return layerToKeras(value, place);
  if (isActivationLayer(value)) return layerToKeras(value.layer, place);
  if (isDescribed(value)) return partToKeras(value, place);
  if (typeof value === 'object') return optionsToKeras(value as Config, place);
  throw new Error(
    `${place}: expected a part that a file can name, received ${formatValue(value)}. ` +
      `Use a part of Sixstep, or save the weights alone.`,
  );
}

export const isDescribed = (value: unknown): value is Described =>
  ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
  typeof (value as Partial<Described>).className === 'string' &&
  typeof (value as Partial<Described>).config === 'object';

/**
 * A part as Keras writes it.
 *
 * @throws Error if it is a function of the user's own
 */
export function partToKeras(part: Described, place: string): JsonObject {
  const module = isPartOf(part);
  if (module === undefined || 'fn' in part.config) {
    throw new Error(
      `${place}: expected a part that a file can name, received ${part.className}. Use a part of Sixstep.`,
    );
  }
  const { name, ...config } = part.config as Record<string, unknown>;
  // Keras' metric, unlike its loss, has no axis.
  if (module === 'metrics' && part.className === 'BinaryCrossentropy' && config['axis'] === -1) delete config['axis'];
  const options = optionsToKeras(config, place);
  const kerasName = typeof name === 'string' ? { name: nameToKeras(name, part.className) } : {};
  return kerasPart(module === 'schedules' ? 'keras.optimizers.schedules' : `keras.${module}`, part.className, {
    ...kerasName,
    ...options,
  });
}

/** Names that parts have by themselves in Keras' spelling; a user's as it is. */
const nameToKeras = (name: string, className: string): string =>
  name.toLowerCase() === className.toLowerCase() ? snakeCase(name) : name;
