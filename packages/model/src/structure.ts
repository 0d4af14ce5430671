import type { Data } from './data.js';
import { Tensor } from '@tensorflow/tfjs-core';

const isOne = <T extends Data | Tensor>(value: T | readonly T[] | Readonly<Record<string, T>>): value is T =>
  value instanceof Tensor ||
  typeof value !== 'object' ||
  ArrayBuffer.isView(value) ||
  ('data' in value && 'shape' in value);

/**
 * The items of `value` in the order of `names`: one item, a list of items, or a record of items by name.
 *
 * @param names the names of the model's inputs or outputs, or undefined where they are not known before the first call
 * @throws Error that names the place and what is missing or too much
 */
export function toList<T extends Data | Tensor>(
  value: T | readonly T[] | Readonly<Record<string, T>>,
  names: readonly string[] | undefined,
  place: string,
): readonly T[] {
  if (value === undefined || value === null) throw new Error(`${place}: expected data, received ${String(value)}.`);
  if (isOne(value)) {
    if (names !== undefined && names.length !== 1) {
      throw new Error(
        `${place}: expected data for ${names.join(', ')}, received one. Pass a list or a record by name.`,
      );
    }
    return [value];
  }
  if (Array.isArray(value)) {
    if (names !== undefined && value.length !== names.length) {
      throw new Error(`${place}: expected ${names.length} items (${names.join(', ')}), received ${value.length}.`);
    }
    return value as readonly T[];
  }
  const record = value as Readonly<Record<string, T>>;
  const given = Object.keys(record);
  const wanted = names ?? given;
  const missing = wanted.find((name) => !Object.hasOwn(record, name));
  const strange = given.find((name) => !wanted.includes(name));
  if (missing !== undefined || strange !== undefined) {
    throw new Error(`${place}: expected data for ${wanted.join(', ')}, received ${given.join(', ')}.`);
  }
  return wanted.map((name) => record[name]!);
}
