import * as layers from '@sixstep/layers';
import { nearest } from '@sixstep/parts';
import { FormatError } from '../format-error.js';

type LayerClass = new (options: object) => layers.AnyLayer;

/** Exported classes that are there to be extended, and the one that a model places itself. */
const notLayers = ['Layer', 'Elementwise', 'Noise', 'Recurrent', 'RecurrentCell', 'InputLayer'];

const isLayerClass = (value: unknown): value is LayerClass =>
  typeof value === 'function' && (value as { prototype: unknown }).prototype instanceof layers.Layer;

const known = new Map(
  Object.entries(layers).filter(
    (entry): entry is [string, LayerClass & (typeof entry)[1]] =>
      isLayerClass(entry[1]) && !notLayers.includes(entry[0]),
  ),
);

/**
 * Our class of layers for a class of Keras.
 *
 * @throws FormatError if there is none, with the nearest known one
 */
export function layerClass(className: string, place: string): LayerClass {
  const found = known.get(className);
  if (found !== undefined) return found;
  if (className === 'Lambda') {
    throw new FormatError(
      `${place}: a Lambda layer holds code. Code in files is never run: write a subclass of Layer, and load the weights alone.`,
    );
  }
  const guess = nearest(className, [...known.keys()]);
  throw new FormatError(
    `${place}: there is no layer ${className}.${guess === undefined ? '' : ` Did you mean ${guess}?`}`,
  );
}

/** The names of all classes of layers that files may name. */
export const layerClassNames: readonly string[] = [...known.keys()];
