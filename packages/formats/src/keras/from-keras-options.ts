import { Layer } from '@sixstep/layers';
import { Tensor } from '@tensorflow/tfjs-core';
import { formatValue } from '@sixstep/parts';
import { FormatError } from '../format-error.js';
import { isJsonObject } from '../parse-json.js';
import { activationOfLayer } from './activation-layer.js';
import { camelCase } from './camel-case.js';
import { isKerasPart, type KerasPart } from './keras-part.js';
import { hardSigmoid2 } from './keras2.js';
import { layerFromKeras } from './layer-from-keras.js';
import type { FromKerasOptions } from './from-keras-config.js';
import { factoryOf, moduleOf, type PartModule } from './part-tables.js';

/** Options whose `None` says something else than leaving them out; as ours spell it. */
const noneMeans: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['activation', 'linear'],
  ['recurrent_activation', 'linear'],
  ['adam_weight_decay', null],
  ['axis', null],
  ['class_aggregation', null],
  ['merge_mode', null],
  ['rms_rate', null],
  ['reduction', 'none'],
  ['scaling', null],
  ['weight_decay', null],
  ['window', null],
]);

/** Options whose text is the user's own. */
const verbatim = ['name', 'dtype'];

/** Options that our parts have not, since they say how Keras works inside. */
const dropped = ['dtype', 'quantization_config', 'input_axes', 'output_axes', 'batch_input_shape', 'loss_scale_factor'];

/** In older files a part does not say its module: the end of the option's name does. */
const partOptions: readonly (readonly [string, PartModule | 'layers'])[] = [
  ['initializer', 'initializers'],
  ['regularizer', 'regularizers'],
  ['constraint', 'constraints'],
  ['learning_rate', 'schedules'],
  ['layer', 'layers'],
  ['cell', 'layers'],
];

const moduleFor = (option: string): PartModule | 'layers' | undefined =>
  partOptions.find(([end]) => option.endsWith(end))?.[1];

/**
 * Arguments or options of Keras as ours: names and values in camel case, parts made, `None` left out.
 *
 * @throws FormatError if there is no such part, or it does not take its options
 */
export function optionsFromKeras(config: object, place: string, from: FromKerasOptions = {}): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(config)) {
    if (dropped.includes(key)) continue;
    if (value === null) {
      if (noneMeans.has(key)) options[camelCase(key)] = noneMeans.get(key);
      continue;
    }
    options[camelCase(key)] = verbatim.includes(key) ? value : valueFromKeras(value, key, place, from);
  }
  return options;
}

/** A value of the option `key`. */
export function valueFromKeras(value: unknown, key: string, place: string, from: FromKerasOptions = {}): unknown {
  if (typeof value === 'string') {
    if (value === 'Infinity' || value === '-Infinity' || value === 'NaN') return Number(value);
    if (from.keras2 === true && value === 'hard_sigmoid') return hardSigmoid2;
    if (key === 'distribution' && value === 'normal') return 'truncatedNormal';
    const module = moduleFor(key);
    if (module === undefined || module === 'layers') return camelCase(value);
    return made(value, place, () => factoryOf(module, value, place)({}));
  }
  if (value instanceof Tensor) return value;
  if (Array.isArray(value)) return value.map((item) => valueFromKeras(item, key, place, from));
  if (isKerasPart(value)) {
    const part = partFromKeras(value, place, { ...from, option: key });
    return key.endsWith('activation') && part instanceof Layer ? activationOfLayer(part, place) : part;
  }
  return isJsonObject(value) ? optionsFromKeras(value, place, from) : value;
}

/**
 * The part that Keras wrote as `{ module, class_name, config }`.
 *
 * @param options.option the option that it is the value of, which in older files says what kind of part it is
 * @throws FormatError if there is none of this class, or it does not take its options
 */
export function partFromKeras(
  { class_name: className, config, module }: KerasPart,
  place: string,
  { option = '', ...from }: FromKerasOptions & { readonly option?: string } = {},
): unknown {
  // Functions, such as activations, are written by their name.
  if (className === 'function' && typeof config === 'string') return camelCase(config);
  if (className === '__lambda__') {
    throw new FormatError(`${place}: a lambda holds code. Code in files is never run: name a part that is known.`);
  }
  if (!isJsonObject(config)) {
    throw new FormatError(
      `${place}: expected the config of ${className} to be an object, received ${formatValue(config)}.`,
    );
  }
  const kind = moduleOf(typeof module === 'string' ? module : '') ?? moduleFor(option);
  if (kind === 'layers' || className === 'Sequential' || className === 'Functional') {
    return layerFromKeras({ class_name: className, config }, place, from);
  }
  if (kind === undefined || kind === 'activations') {
    throw new FormatError(
      `${place}: expected ${className} to be of a module of Keras, received ${formatValue(module ?? 'none')}.`,
    );
  }
  const options = optionsFromKeras(config, place, from);
  // Of these it says whether weights are counted as integers.
  if (className.endsWith('IoU') && typeof config['dtype'] === 'string') options['dtype'] = config['dtype'];
  if (kind === 'metrics' || kind === 'losses' || kind === 'optimizers') dropDefaultName(options, className);
  return made(className, place, () => factoryOf(kind, className, place)(options));
}

/** Names that Keras gives by itself are spelled as Keras does; ours are given by themselves, too. */
function dropDefaultName(options: Record<string, unknown>, className: string): void {
  const fold = (name: unknown): string => String(name).replaceAll('_', '').toLowerCase();
  if (fold(options['name']) === fold(className)) delete options['name'];
}

/** What `make` gives; what it throws is the file's fault. */
export function made<T>(className: string, place: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError(`${place}: cannot make ${className}: ${(error as Error).message}`);
  }
}
