import { rectY, ruleX } from '@observablehq/plot';
import { expectInteger, formatValue } from '@sixstep/parts';
import type { ArrayData, TypedArray } from './array-data.js';
import { type Domain, extent, formatTick, linearAxis, logAxis, wholeTicks, widen } from './axis.js';
import { compose } from './compose.js';
import type { Drawing } from './drawing.js';
import type { DrawingOptions } from './drawing-options.js';
import { expectArray } from './expect-array.js';
import { expectDomain } from './expect-domain.js';
import { expectDrawing, expectHeight } from './expect-drawing.js';
import { histogram } from './histogram.js';
import { color, seriesColor } from './palette.js';
import type { Panel } from './panel.js';
import { plane } from './plane.js';
import { say } from './words.js';

export interface WeightHistogramOptions extends DrawingOptions {
  /** Arrays of any shape, or their numbers, by name. Each gets a panel. Activations and gradients will do as well. */
  readonly weights: Readonly<Record<string, ArrayData | TypedArray | readonly number[]>>;
  /** How many bars, by default 50. */
  readonly bins?: number;
  /** From where to where, the same for all; by default each from its least to its greatest weight. */
  readonly domain?: Domain;
  /** Whether the counts are on a logarithmic axis, by default false. */
  readonly log?: boolean;
  /** What the weights are called, by default `weight`. */
  readonly xLabel?: string;
  /** Panels in a row, by default 2, or 1 if there is one. */
  readonly columns?: number;
  /** The height of a panel in pixels, by default 200. */
  readonly height?: number;
}

/**
 * How the weights are distributed, with mean μ, standard deviation σ and the share of zeros.
 *
 * @throws Error if there is nothing to draw
 *
 * @example
 * const { svg } = weightHistogram({ weights: { kernel: { data: await kernel.data(), shape: kernel.shape } } });
 */
export function weightHistogram(options: WeightHistogramOptions): Drawing {
  const place = 'weightHistogram';
  const { language, title, width } = expectDrawing(place, options, 'Weights');
  const { weights, bins = 50, log = false, height = 200 } = options;
  const xLabel = options.xLabel ?? say(language, 'weight');
  expectInteger(place, 'bins', bins, { max: 1000 });
  expectHeight(place, height);
  const domain = options.domain && expectDomain(place, 'domain', options.domain);
  const named = Object.entries((weights as typeof weights | undefined) ?? {});
  if (named.length === 0) {
    throw new Error(`${place}: expected weights to be arrays by name, received ${formatValue(weights)}.`);
  }
  const columns = Math.min(named.length, expectInteger(place, 'columns', options.columns ?? 2));
  const panelWidth = Math.floor(width / columns);
  const panels = named.map(([name, given]): Panel => {
    const isList = Array.isArray(given) || ArrayBuffer.isView(given);
    const { data, scale = 1 } = isList ? { data: given } : expectArray(place, name, given as ArrayData);
    const values = Float64Array.from(data as ArrayLike<number>, (value) => value * scale);
    const x = domain ?? extent(values);
    if (!x)
      throw new Error(`${place}: expected ${name} to have a finite number, received ${formatValue([...values])}.`);
    const found = histogram(values, x, bins);
    const finite = values.length - found.notFinite;
    const most = Math.max(1, ...found.bins.map(({ count }) => count));
    const counts: Domain = [0, most * 1.05];
    const floor = log ? 0.5 : 0;
    const bars = found.bins.filter(({ count }) => count > 0);
    const short = (value: number): string => formatTick(Number(value.toPrecision(3)));
    const note = [
      `μ ${short(found.mean)}`,
      `σ ${short(found.std)}`,
      ...(found.zeros > 0 ? [`${say(language, 'zeros')} ${((100 * found.zeros) / finite).toFixed(1)} %`] : []),
      ...(found.notFinite > 0 ? [`${say(language, 'not finite')} ${found.notFinite}`] : []),
    ].join(' · ');
    return {
      title: name,
      note,
      options: plane({
        width: panelWidth,
        height,
        x: linearAxis(widen(x, 0.02), panelWidth / 70),
        y: log ? logAxis([floor, most]) : { ...linearAxis(counts, 1), ticks: wholeTicks(counts, height / 40) },
        xLabel,
        yLabel: say(language, 'count'),
        marks: [
          rectY(bars, { x1: 'x1', x2: 'x2', y1: floor, y2: 'count', fill: seriesColor(0), inset: 0, clip: 'frame' }),
          ruleX(x[0] < 0 && x[1] > 0 ? [0] : [], { stroke: color('ink'), strokeOpacity: 0.6 }),
        ],
      }),
    };
  });
  return compose({ language, title, width, panels, columns });
}
