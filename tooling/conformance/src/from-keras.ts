import { camelCase } from './camel-case.js';
import { findExport } from './find-export.js';
import { isJson, isSerializedPart, isTensorData, type Json, type SerializedPart } from './fixture.js';
import { packageFor } from './packages.js';
import { toTensor } from './tensor-data.js';

/** Options whose `None` says something else than leaving them out; as ours spell it. */
const noneMeans: Readonly<Record<string, unknown>> = {
  activation: 'linear',
  recurrent_activation: 'linear',
  adam_weight_decay: null,
  axis: null,
  class_aggregation: null,
  merge_mode: null,
  reduction: 'none',
  scaling: null,
  weight_decay: null,
  window: null,
};

/** Options whose text is the user's own. */
const verbatim = ['name', 'dtype'];

/** Options that our parts have not, since they say how Keras works inside. */
const dropped = ['dtype', 'quantization_config', 'input_axes', 'output_axes'];

/** Options of layers that hold a part, by the end of their names: the package to look a name up in. */
const partOptions: readonly (readonly [string, string])[] = [
  ['initializer', 'initializers'],
  ['regularizer', 'regularizers'],
  ['constraint', 'constraints'],
];

/** Arguments or options of Keras as ours: names and values in camel case, parts made, `None` left out. */
export function optionsFromKeras(config: Json): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(config)) {
    if (dropped.includes(key)) continue;
    if (value === null) {
      if (key in noneMeans) options[camelCase(key)] = noneMeans[key];
      continue;
    }
    options[camelCase(key)] = verbatim.includes(key) ? value : valueFromKeras(value, key);
  }
  return options;
}

/** A value of an option. */
export function valueFromKeras(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    if (value === 'Infinity' || value === '-Infinity' || value === 'NaN') return Number(value);
    const [, module] = partOptions.find(([end]) => key.endsWith(end)) ?? [];
    return module === undefined ? camelCase(value) : findExport(packageFor(module), value)();
  }
  if (Array.isArray(value)) return value.map((item) => valueFromKeras(item, key));
  if (isTensorData(value)) return toTensor(value);
  if (isSerializedPart(value)) return partFromKeras(value);
  return isJson(value) ? optionsFromKeras(value) : value;
}

/**
 * The part that Keras wrote as `{ module, class_name, config }`.
 *
 * @throws NotSupported if we have none of this class
 */
export function partFromKeras(part: SerializedPart): unknown {
  // Functions, such as activations, are written by their name.
  if (part.class_name === 'function') return camelCase(String(part.config));
  return findExport(packageFor(part.module ?? ''), part.class_name)(optionsFromKeras(part.config as Json));
}
