import { dot, line, type Markish } from '@observablehq/plot';
import { formatValue } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';
import { expectArray } from './expect-array.js';
import type { Language } from './language.js';
import type { LegendItem } from './legend.js';
import { color, seriesColor } from './palette.js';
import { say } from './words.js';

/** The weights after every step: shape [steps, 2], or pairs. */
export type Path = ArrayData | readonly (readonly [number, number])[];

interface Point {
  readonly x: number;
  readonly y: number;
}

function pointsOf(place: string, name: string, path: Path): Point[] {
  if (Array.isArray(path)) {
    return (path as readonly (readonly [number, number])[]).map((pair) => {
      if (Array.isArray(pair) && pair.length === 2) return { x: pair[0], y: pair[1] };
      throw new Error(`${place}: expected every step of ${name} to be [x, y], received ${formatValue(pair)}.`);
    });
  }
  const isPairs = ([, two, more]: readonly number[]): boolean => two === 2 && more === undefined;
  const { data, scale = 1 } = expectArray(place, name, path as ArrayData, 'of shape [steps, 2]', isPairs);
  return Array.from({ length: data.length / 2 }, (_, i) => ({ x: data[2 * i]! * scale, y: data[2 * i + 1]! * scale }));
}

/** A path that can be drawn. */
export interface OptimizerPath {
  readonly name: string;
  readonly paint: string;
  readonly all: readonly Point[];
  /** Those that an axis can show. */
  readonly finite: readonly Point[];
}

/** Reads paths by name. */
export function readPaths(place: string, paths: Readonly<Record<string, Path>>): OptimizerPath[] {
  return Object.entries(paths).map(([name, path], i) => {
    const all = pointsOf(place, name, path);
    return {
      name,
      all,
      finite: all.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)),
      paint: seriesColor(i),
    };
  });
}

/** Lines with a bright edge; above them a dot for every step if they are few, a square at the end, a ring at the start. */
export function pathMarks(paths: readonly OptimizerPath[]): Markish[] {
  const channels = { x: 'x', y: 'y', clip: 'frame' } as const;
  const paper = color('paper');
  return [
    ...paths.flatMap(({ all, finite, paint }) => [
      line(all, { ...channels, stroke: paper, strokeWidth: 4, strokeOpacity: 0.6 }),
      line(all, { ...channels, stroke: paint, strokeWidth: 2 }),
      dot(all.length <= 60 ? finite : [], { ...channels, fill: paint, r: 2.5 }),
    ]),
    ...paths.flatMap(({ finite, paint }) => [
      dot(finite.slice(-1), { ...channels, fill: paint, stroke: paper, r: 5, symbol: 'square' }),
      dot(finite.slice(0, 1), { ...channels, fill: paper, stroke: paint, strokeWidth: 2, r: 4.5 }),
    ]),
  ];
}

/** What the signs of paths mean. */
export function pathItems(language: Language, paths: readonly OptimizerPath[]): LegendItem[] {
  const items: LegendItem[] = paths.map(({ name, paint }) => ({ label: name, color: paint, sign: 'line' }));
  if (items.length > 0) {
    items.push({ label: say(language, 'start'), color: color('muted'), sign: 'ring' });
    items.push({ label: say(language, 'end'), color: color('muted'), sign: { path: 'M-4,-4H4V4H-4Z' } });
  }
  return items;
}
