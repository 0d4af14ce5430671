import { formatValue } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';
import type { Domain } from './axis.js';
import { expectArray } from './expect-array.js';

/** A surface: a function, or its values in rows from the lowest y on, shape [rows, columns]. */
export type Surface = ((x: number, y: number) => number) | ArrayData;

/** Values at the centers of the cells of a grid, the first row the lowest. */
export interface Grid {
  readonly values: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/**
 * The values of `surface`. What is not finite counts as the greatest finite value.
 *
 * @throws Error if it is no surface, or nowhere finite
 */
export function lossGrid(place: string, surface: Surface, [left, right]: Domain, [low, high]: Domain): Grid {
  const given: unknown = surface;
  let [rows, columns] = [150, 200];
  let values: Float64Array;
  if (typeof surface === 'function') {
    values = new Float64Array(rows * columns);
    for (let i = 0; i < values.length; i++) {
      const x = left + ((right - left) * ((i % columns) + 0.5)) / columns;
      values[i] = surface(x, low + ((high - low) * (Math.floor(i / columns) + 0.5)) / rows);
    }
  } else {
    const isGrid = ([a, b, c]: readonly number[]): boolean => a! > 1 && b! > 1 && c === undefined;
    const { data, shape, scale = 1 } = expectArray(place, 'loss', surface, 'of shape [rows, columns]', isGrid);
    [rows, columns] = shape as [number, number];
    values = Float64Array.from(data, (value) => value * scale);
  }
  const greatest = values.reduce((most, value) => (Number.isFinite(value) && value > most ? value : most), -Infinity);
  if (greatest === -Infinity) {
    throw new Error(`${place}: expected loss to be finite somewhere, received ${formatValue(values[0] ?? given)}.`);
  }
  return { values: values.map((value) => (Number.isFinite(value) ? value : greatest)), rows, columns };
}

/** Levels that cut the surface into pieces of equal area, so that a steep one shows its valley as well. */
export function levelsOf({ values }: Grid, count: number): number[] {
  const sorted = values.slice().sort();
  const levels = Array.from({ length: count }, (_, i) => sorted[Math.floor(((i + 0.5) / count) * sorted.length)]!);
  return [...new Set(levels)];
}
