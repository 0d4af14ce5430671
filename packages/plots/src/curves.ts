import { dot, line } from '@observablehq/plot';
import { expectInteger, expectOneOf, formatValue } from '@sixstep/parts';
import { extent, linearAxis, logAxis, wholeTicks, widen } from './axis.js';
import { compose } from './compose.js';
import type { Drawing } from './drawing.js';
import type { DrawingOptions } from './drawing-options.js';
import { expectDrawing, expectHeight } from './expect-drawing.js';
import { type Curve, curvesOf, type HistoryLike } from './history-like.js';
import type { Language } from './language.js';
import type { LegendItem } from './legend.js';
import { color, seriesColor } from './palette.js';
import type { Panel } from './panel.js';
import { plane } from './plane.js';
import { say, sayName } from './words.js';

export interface CurvesOptions extends DrawingOptions {
  /** What `fit` returned, or its columns. */
  readonly history?: HistoryLike;
  /** Several runs by name, in place of `history`. */
  readonly histories?: Readonly<Record<string, HistoryLike>>;
  /** Which columns to draw, each in a panel with its `val...`; by default all. */
  readonly metrics?: readonly string[];
  /** Which of them on a logarithmic axis, or `true` for all. Values that are not positive are left out there. */
  readonly log?: boolean | readonly string[];
  /** What a number of a column belongs to, by default `'epoch'`. */
  readonly unit?: 'epoch' | 'step';
  /** Panels in a row, by default 2, or 1 if there is one. */
  readonly columns?: number;
  /** The height of a panel in pixels, by default 220. */
  readonly height?: number;
}

interface Styled extends Curve {
  readonly color: string;
}

function runs({ history, histories }: CurvesOptions): [name: string, curves: Curve[]][] {
  const place = 'curves';
  if ((history === undefined) === (histories === undefined)) {
    throw new Error(
      `${place}: expected either history or histories. Pass e.g. curves({ history: await model.fit(x, y) }).`,
    );
  }
  if (histories === undefined) return [['', curvesOf(place, 'history', history!)]];
  return Object.entries(histories).map(([name, one]) => [name, curvesOf(place, name, one)]);
}

function drawMetric(
  metric: string,
  all: readonly Styled[],
  {
    language,
    width,
    height,
    unit,
    log,
  }: { language: Language; width: number; height: number; unit: 'epoch' | 'step'; log: boolean },
): Panel {
  const usable = (y: number): boolean => Number.isFinite(y) && (!log || y > 0);
  const curves = all.filter((curve) => curve.metric === metric);
  const points = curves.flatMap((curve) => curve.points);
  const y = extent(points.map((point) => point.y).filter(usable));
  if (!y) {
    throw new Error(
      `curves: expected ${metric} to have a ${log ? 'positive' : 'finite'} number, received ` +
        `${formatValue(points.map((point) => point.y))}.${log ? ' Leave out log.' : ''}`,
    );
  }
  const x = extent(points.map((point) => point.x))!;
  const fromZero = /^(lr|learning_?rate)$/i.test(metric) && y[0] >= 0;
  const marks = curves.flatMap((curve) => {
    const drawn = curve.points.map((point) => ({ ...point, y: usable(point.y) ? point.y : NaN }));
    const channels = { x: 'x', y: 'y' } as const;
    const stroke = { stroke: curve.color, strokeWidth: 2, ...(curve.validation && { strokeDasharray: '5,3' }) };
    // Between gaps a line of one point cannot be seen.
    const dots = drawn.length <= 30 ? drawn.filter((point) => !Number.isNaN(point.y)) : [];
    return [line(drawn, { ...channels, ...stroke }), dot(dots, { ...channels, fill: curve.color, r: 2.5 })];
  });
  const yAxis = log ? logAxis(y) : linearAxis(fromZero ? [0, y[1] * 1.05] : widen(y, 0.04), height / 36);
  const xAxis = { ...linearAxis(widen(x, 0.02), 1), ticks: wholeTicks(x, width / 70) };
  return {
    options: plane({
      width,
      height,
      x: xAxis,
      y: yAxis,
      xLabel: say(language, unit),
      yLabel: sayName(language, metric),
      marks,
    }),
  };
}

/**
 * Loss, metrics and learning rate over the epochs: a panel for each, in it one line for the training data and a dashed one
 * for the validation data. Epochs count from 1. What is not finite (a run that diverged) is a gap.
 *
 * @throws Error if there is no history, a metric that is asked for is in none, or one has no number that can be drawn
 *
 * @example
 * const { svg } = curves({ history: await model.fit(x, y, { epochs: 5 }), log: ['loss'] });
 */
export function curves(options: CurvesOptions): Drawing {
  const place = 'curves';
  const { language, title, width } = expectDrawing(place, options, 'Training curves');
  const { log = false, unit = 'epoch', height = 220 } = options;
  expectOneOf(place, 'unit', unit, ['epoch', 'step']);
  expectHeight(place, height);
  const named = runs(options);
  const styled = named.flatMap(([, list], run): Styled[] =>
    list.map((curve) => ({ ...curve, color: seriesColor(named.length > 1 ? run : Number(curve.validation)) })),
  );
  const known = [...new Set(styled.filter((curve) => curve.points.length > 0).map((curve) => curve.metric))];
  const metrics = options.metrics ?? known;
  for (const metric of Array.isArray(log) ? [...metrics, ...(log as string[])] : metrics) {
    expectOneOf(place, 'each metric', metric, known);
  }
  if (metrics.length === 0) throw new Error(`${place}: expected a history with numbers, received none.`);
  const columns = Math.min(metrics.length, expectInteger(place, 'columns', options.columns ?? 2));
  const shown = styled.filter((curve) => metrics.includes(curve.metric));
  const signs: LegendItem[] = [];
  if (named.length > 1) {
    named.forEach(([label], run) => signs.push({ label, color: seriesColor(run), sign: 'line' }));
  }
  if (shown.some((curve) => curve.validation)) {
    const paint = (index: number): string => (named.length > 1 ? color('muted') : seriesColor(index));
    signs.push({ label: say(language, 'train'), color: paint(0), sign: 'line' });
    signs.push({ label: say(language, 'validation'), color: paint(1), sign: 'dashed' });
  }
  const panel = { language, width: Math.floor(width / columns), height, unit };
  const isLog = (metric: string): boolean => (Array.isArray(log) ? log.includes(metric) : log === true);
  const panels = metrics.map((metric) => drawMetric(metric, shown, { ...panel, log: isLog(metric) }));
  return compose({ language, title, width, items: signs, panels, columns });
}
