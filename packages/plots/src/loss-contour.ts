import { contour, dot } from '@observablehq/plot';
import { expectInteger } from '@sixstep/parts';
import { type Domain, extent, linearAxis, widen } from './axis.js';
import { compose } from './compose.js';
import type { Drawing } from './drawing.js';
import type { DrawingOptions } from './drawing-options.js';
import { expectDomain } from './expect-domain.js';
import { expectDrawing, expectHeight } from './expect-drawing.js';
import { levelsOf, lossGrid, type Surface } from './loss-grid.js';
import { type Path, pathItems, pathMarks, readPaths } from './optimizer-path.js';
import { color } from './palette.js';
import { plane } from './plane.js';
import { say } from './words.js';

export interface LossContourOptions extends DrawingOptions {
  /** The loss of two weights: a function of numbers, or values of shape [rows, columns], the first row the lowest y. */
  readonly loss: Surface;
  /** From where to where; by default where the paths go, and [-2, 2] without paths. */
  readonly xDomain?: Domain;
  readonly yDomain?: Domain;
  /** By name, where the optimizers went. */
  readonly paths?: Readonly<Record<string, Path>>;
  /** Where the loss is least; marked by a cross. */
  readonly minimum?: readonly [number, number];
  /** How many contour lines, by default 14. They enclose equal areas. */
  readonly levels?: number;
  /** By default `w₁` and `w₂`. */
  readonly xLabel?: string;
  readonly yLabel?: string;
  /** The height of the panel in pixels, by default 420. */
  readonly height?: number;
}

/**
 * A loss of two weights as contour lines, darker where it is greater, and the ways of optimizers over it: a ring where
 * they start, a dot for every step if they are few, a square where they end.
 *
 * @throws Error if the loss is nowhere finite, or a path is not of pairs
 *
 * @example
 * const { svg } = lossContour({ loss: (x, y) => (1 - x) ** 2 + 100 * (y - x ** 2) ** 2, paths: { adam: [[-1, 1], [0, 0.5]] } });
 */
export function lossContour(options: LossContourOptions): Drawing {
  const place = 'lossContour';
  const { minimum, levels = 14, xLabel = 'w₁', yLabel = 'w₂', height = 420 } = options;
  const paths = readPaths(place, options.paths ?? {});
  const heading = paths.length > 0 ? 'Loss surface with optimizer paths' : 'Loss surface';
  const { language, title, width } = expectDrawing(place, options, heading);
  expectInteger(place, 'levels', levels, { max: 200 });
  expectHeight(place, height);
  const visited = [...paths.flatMap(({ finite }) => finite), ...(minimum ? [{ x: minimum[0], y: minimum[1] }] : [])];
  const around = (axis: 'x' | 'y'): Domain => {
    const found = paths.length > 0 ? extent(visited.map((point) => point[axis])) : undefined;
    return found ? widen(found, 0.15) : [-2, 2];
  };
  const x = expectDomain(place, 'xDomain', options.xDomain ?? around('x'));
  const y = expectDomain(place, 'yDomain', options.yDomain ?? around('y'));
  const grid = lossGrid(place, options.loss, x, y);
  const best = minimum ? [{ x: minimum[0], y: minimum[1] }] : [];
  const items = pathItems(language, paths);
  if (minimum) {
    const path = 'M-5,-3.6L-3.6,-5L0,-1.4L3.6,-5L5,-3.6L1.4,0L5,3.6L3.6,5L0,1.4L-3.6,5L-5,3.6L-1.4,0Z';
    items.push({ label: say(language, 'minimum'), color: color('ink'), sign: { path } });
  }
  return compose({
    language,
    title,
    width,
    items,
    panels: [
      {
        options: plane({
          width,
          height,
          x: linearAxis(x, width / 80),
          y: linearAxis(y, height / 50),
          xLabel,
          yLabel,
          grid: false,
          marks: [
            contour(grid.values, {
              width: grid.columns,
              height: grid.rows,
              x1: x[0],
              x2: x[1],
              y1: y[0],
              y2: y[1],
              value: (value: number) => value,
              thresholds: levelsOf(grid, levels),
              fill: color('muted'),
              fillOpacity: 0.55 / levels,
              stroke: color('muted'),
              strokeOpacity: 0.55,
              clip: 'frame',
            }),
            ...pathMarks(paths),
            dot(best, { x: 'x', y: 'y', clip: 'frame', symbol: 'times', stroke: color('ink'), strokeWidth: 2.5, r: 5 }),
          ],
        }),
      },
    ],
  });
}
