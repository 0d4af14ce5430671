import { Tensor } from '@tensorflow/tfjs-core';
import type { Data } from './data.js';

/** One item for each input or output of a model: in their order, or by their names. */
export type Items<T> = readonly T[] | Readonly<Record<string, T>>;

/**
 * The items in the order of `names`; undefined for those that a record leaves out.
 *
 * @param place what the items are, such as `compile: loss`
 * @throws Error that names the place, if there is one too much, or a list is too short
 */
export function inOrder<T>(items: Items<T>, names: readonly string[], place: string): readonly (T | undefined)[] {
  if (isList(items)) {
    if (items.length === names.length) return items;
    throw new Error(`${place}: expected ${names.length} items (${names.join(', ')}), received ${items.length}.`);
  }
  const given = Object.keys(items);
  if (!given.every((name) => names.includes(name))) {
    throw new Error(`${place}: expected items for ${names.join(', ')}, received ${given.join(', ')}.`);
  }
  return names.map((name) => items[name]);
}

/** `f` of every item. */
export function mapItems<T, U>(items: Items<T>, f: (item: T) => U): Items<U> {
  if (isList(items)) return items.map(f);
  return Object.fromEntries(Object.entries(items).map(([name, item]) => [name, f(item)]));
}

/**
 * The data in the order of `names`: one item, a list of items, or a record of items by name.
 *
 * @param names the names of the model's inputs or outputs, or undefined where they are not known before the first call
 * @throws Error that names the place and what is missing or too much
 */
export function toList<T extends Data | Tensor>(
  data: T | Items<T>,
  names: readonly string[] | undefined,
  place: string,
): readonly T[] {
  if (data === undefined || data === null) throw new Error(`${place}: expected data, received ${String(data)}.`);
  const items = isOne(data) ? [data] : data;
  if (names === undefined) return Object.values(items);
  const ordered = inOrder(items, names, place);
  const missing = names.filter((_, i) => ordered[i] === undefined);
  if (missing.length > 0) {
    throw new Error(`${place}: expected items for ${names.join(', ')}, received none for ${missing.join(', ')}.`);
  }
  return ordered as readonly T[];
}

const isList = Array.isArray as <T>(items: Items<T>) => items is readonly T[];

const isOne = <T extends Data | Tensor>(data: T | Items<T>): data is T =>
  data instanceof Tensor || typeof data !== 'object' || ArrayBuffer.isView(data) || ('data' in data && 'shape' in data);
