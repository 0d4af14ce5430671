import { input, type Shape, type SymbolicTensor } from '@sixstep/layers';
import { formatValue } from '@sixstep/parts';
import { FormatError } from '../format-error.js';
import { expectElements } from './expect-size.js';
import type { JsonObject } from '../parse-json.js';

/** @throws FormatError if `value` is not a list of sizes, batch first; undefined if there is none */
export function shapeFromKeras(value: unknown, place: string): Shape | undefined {
  if (value === undefined || value === null) return undefined;
  const fits =
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((size) => size === null || (Number.isSafeInteger(size) && (size as number) > 0));
  if (fits) return value as Shape;
  throw new FormatError(
    `${place}: expected a shape to be a list of positive integers or null, received ${formatValue(value)}.`,
  );
}

/** The stand-in for a model's input. */
export function inputFromKeras(config: JsonObject, place: string): SymbolicTensor {
  const shape = shapeFromKeras(config['batch_shape'] ?? config['batch_input_shape'], place);
  if (shape === undefined) throw new FormatError(`${place}: expected batch_shape of an InputLayer, received none.`);
  const { name, dtype: type } = config;
  const dtype = typeof type === 'string' && type.startsWith('int') ? 'int32' : 'float32';
  const [batchSize, ...sample] = shape;
  expectElements([shape], `${place}: InputLayer`);
  return input({
    shape: sample,
    dtype,
    ...(batchSize == null ? {} : { batchSize }),
    ...(typeof name === 'string' ? { name } : {}),
  });
}

/** `name` and `trainable` of a model. */
export function modelOptions({ name, trainable }: JsonObject): { name?: string; trainable?: boolean } {
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof trainable === 'boolean' ? { trainable } : {}),
  };
}
