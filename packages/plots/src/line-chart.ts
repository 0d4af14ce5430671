import { dot, line } from '@observablehq/plot';
import { expectNumber, expectOneOf, formatValue } from '@sixstep/parts';
import { type Axis, plane } from './plane.js';
import { type Domain, extent, linearAxis, logAxis, widen } from './axis.js';
import { compose } from './compose.js';
import type { Drawing } from './drawing.js';
import type { DrawingOptions } from './drawing-options.js';
import { expectDomain } from './expect-domain.js';
import { expectDrawing, expectHeight } from './expect-drawing.js';
import { expectNumbers, type Numbers } from './expect-numbers.js';
import { seriesColor } from './palette.js';

/** The points of a line, and how it looks. */
export interface Line {
  /** By default 0, 1, 2, ... */
  readonly x?: Numbers;
  readonly y: Numbers;
  readonly dashed?: boolean;
  /** Whether each point is a dot, by default if there are at most 30. */
  readonly dots?: boolean;
}

export interface LineChartOptions extends DrawingOptions {
  /** By name; the name stands in the legend. */
  readonly lines: Readonly<Record<string, Line>>;
  readonly xLabel?: string;
  readonly yLabel?: string;
  /** From where to where, by default where the points are. */
  readonly xDomain?: Domain;
  readonly yDomain?: Domain;
  /** Which axes are logarithmic, by default none. Values that are not positive are left out there. */
  readonly log?: 'x' | 'y' | 'both' | 'none';
  /** The height of the panel in pixels, by default 300. */
  readonly height?: number;
}

/**
 * Lines through any points, in the look of the other plots. What is not finite is a gap.
 *
 * @throws Error if there is no line, x and y are not equally many, or no number can be drawn
 *
 * @example
 * const { svg } = lineChart({ lines: { zeros: { x: [1e-4, 1e-3, 1e-2], y: [0, 12, 80] } }, log: 'x', xLabel: 'λ' });
 */
export function lineChart(options: LineChartOptions): Drawing {
  const place = 'lineChart';
  const { language, title, width } = expectDrawing(place, options, 'Line chart');
  const { lines, xLabel = 'x', yLabel = 'y', height = 300 } = options;
  const log = expectOneOf(place, 'log', options.log ?? 'none', ['x', 'y', 'both', 'none']);
  expectHeight(place, height);
  const named = Object.entries((lines as typeof lines | undefined) ?? {});
  if (named.length === 0) throw new Error(`${place}: expected lines by name, received ${formatValue(lines)}.`);
  const isLog = { x: log === 'x' || log === 'both', y: log === 'y' || log === 'both' };
  const usable = (value: number, axis: 'x' | 'y'): number =>
    Number.isFinite(value) && (!isLog[axis] || value > 0) ? value : NaN;
  const drawn = named.map(([name, one], i) => {
    const ys = expectNumbers(place, `y of ${name}`, one.y);
    const xs = one.x === undefined ? ys.map((_, k) => k) : expectNumbers(place, `x of ${name}`, one.x, ys.length);
    const points = xs.map((x, k) => ({ x: usable(x, 'x'), y: usable(ys[k]!, 'y') }));
    const finite = points.filter(({ x, y }) => !Number.isNaN(x + y));
    const { dashed = false, dots = points.length <= 30 } = one;
    return { name, points, finite, dashed, dots, paint: seriesColor(i) };
  });
  const axis = (which: 'x' | 'y', given: Domain | undefined, margin: number, ticks: number): Axis => {
    const found = extent(drawn.flatMap(({ finite }) => finite.map((point) => point[which])));
    if (!found) throw new Error(`${place}: expected a line with a number that can be drawn, received none.`);
    if (given === undefined) return isLog[which] ? logAxis(found) : linearAxis(widen(found, margin), ticks);
    const domain = expectDomain(place, `${which}Domain`, given);
    if (isLog[which]) expectNumber(place, `${which}Domain`, domain[0], { above: 0, hint: 'Its axis is logarithmic.' });
    return isLog[which] ? logAxis(domain) : linearAxis(domain, ticks);
  };
  const channels = { x: 'x', y: 'y', clip: 'frame' } as const;
  const marks = drawn.flatMap(({ points, finite, dashed, dots, paint }) => [
    line(points, { ...channels, stroke: paint, strokeWidth: 2, ...(dashed && { strokeDasharray: '5,3' }) }),
    dot(dots ? finite : [], { ...channels, fill: paint, r: 2.5 }),
  ]);
  return compose({
    language,
    title,
    width,
    items: drawn.map(({ name, paint, dashed }) => ({ label: name, color: paint, sign: dashed ? 'dashed' : 'line' })),
    panels: [
      {
        options: plane({
          width,
          height,
          x: axis('x', options.xDomain, 0.02, width / 80),
          y: axis('y', options.yDomain, 0.05, height / 45),
          xLabel,
          yLabel,
          marks,
        }),
      },
    ],
  });
}
