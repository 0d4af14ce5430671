import type { AnyLayer } from '@sixstep/layers';
import { formatValue } from '@sixstep/parts';
import { FormatError } from '../format-error.js';
import { isJsonObject, type JsonObject } from '../parse-json.js';
import type { FromKerasOptions } from './from-keras-config.js';
import { noteLayer } from './dispose-on-error.js';
import { made, optionsFromKeras } from './from-keras-options.js';
import { functionalFromKeras } from './functional-from-keras.js';
import { configOfKeras2 } from './keras2.js';
import { layerClass } from './layer-class.js';
import { sequentialFromKeras } from './sequential-from-keras.js';

/** A layer as Keras writes it. */
export type KerasLayer = JsonObject & {
  readonly class_name: string;
  readonly config: JsonObject;
};

/**
 * The layer, or model, of a class and its config.
 *
 * @throws FormatError that names the layer, if there is none of this class or it does not take its options
 */
export function layerFromKeras(
  { class_name: className, config }: KerasLayer,
  place: string,
  from: FromKerasOptions,
): AnyLayer {
  if (className === 'Sequential') return sequentialFromKeras(config, place, from);
  if (className === 'Functional' || className === 'Model') return functionalFromKeras(config, place, from);
  const Kind = layerClass(className, place);
  const options = optionsFromKeras(
    from.keras2 === true ? configOfKeras2(className, config) : config,
    `${place}: ${nameOf(config, className)}`,
    from,
  );
  if (className === 'Embedding' && from.sparseEmbeddings === true) options['sparse'] = true;
  return made(nameOf(config, className), place, () => noteLayer(new Kind(options)));
}

const nameOf = ({ name }: JsonObject, className: string): string =>
  typeof name === 'string' ? `${className} '${name}'` : className;

/** @throws FormatError if `value` is not a list of layers */
export function expectLayers(value: unknown, place: string): readonly KerasLayer[] {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : undefined;
  const strange = list === undefined ? value : list.find((item) => !isLayer(item));
  if (list === undefined || strange !== undefined) {
    throw new FormatError(
      `${place}: expected layers of the form { class_name, config }, received ${formatValue(strange)}.`,
    );
  }
  return list as readonly KerasLayer[];
}

const isLayer = (value: unknown): value is KerasLayer =>
  isJsonObject(value) && typeof value['class_name'] === 'string' && isJsonObject(value['config']);
