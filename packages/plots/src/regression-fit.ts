import { dot, line } from '@observablehq/plot';
import { expectInteger, formatValue } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { ArrayData } from './array-data.js';
import { type Domain, extent, formatTick, linearAxis, widen } from './axis.js';
import { compose } from './compose.js';
import type { Drawing } from './drawing.js';
import type { DrawingOptions } from './drawing-options.js';
import { expectDomain } from './expect-domain.js';
import { expectDrawing, expectHeight } from './expect-drawing.js';
import { expectNumbers, type Numbers } from './expect-numbers.js';
import type { LegendItem } from './legend.js';
import { color, seriesColor } from './palette.js';
import { plane } from './plane.js';
import { takeValues } from './take-values.js';
import { say } from './words.js';

/** A regression: of x [points, 1] it gives a number for each. A tensor that it gives is disposed. */
export type Regression = (x: ArrayData) => Numbers | Tensor | Promise<Numbers | Tensor>;

export interface RegressionFitOptions extends DrawingOptions {
  /** The inputs, shape [samples] or [samples, 1]. */
  readonly x: Numbers;
  /** The targets, likewise. */
  readonly y: Numbers;
  /** A regression, or several by name, each of which is called once. */
  readonly predict: Regression | Readonly<Record<string, Regression>>;
  /** Samples that were not fitted. */
  readonly test?: { readonly x: Numbers; readonly y: Numbers };
  /** What the samples came from. */
  readonly truth?: (x: number) => number;
  /** From where to where, by default a bit more than the samples need. */
  readonly xDomain?: Domain;
  readonly yDomain?: Domain;
  /** At how many points the fit is drawn, by default 301. */
  readonly points?: number;
  /** By default `x` and `y`. */
  readonly xLabel?: string;
  readonly yLabel?: string;
  /** The height of the panel in pixels, by default 360. */
  readonly height?: number;
}

interface Sample {
  readonly x: number;
  readonly y: number;
}

function samplesOf(place: string, prefix: string, x: Numbers, y: Numbers): Sample[] {
  const xs = expectNumbers(place, `${prefix}x`, x);
  const ys = expectNumbers(place, `${prefix}y`, y, xs.length);
  return xs.map((value, i) => ({ x: value, y: ys[i]! }));
}

const squaredError = (samples: readonly Sample[], found: readonly number[]): number =>
  samples.reduce((sum, { y }, i) => sum + (y - found[i]!) ** 2, 0) / samples.length;

/**
 * Samples and the curves that were fitted to them; the legend says each one's mean squared error on the samples, and after
 * the stroke on those of `test`.
 *
 * @throws Error if x and y are not equally many, or a regression does not give a number for each point
 *
 * @example
 * const { svg } = await regressionFit({ x, y, predict: { fit: (points) => model.predict(points) } });
 */
export async function regressionFit(options: RegressionFitOptions): Promise<Drawing> {
  const place = 'regressionFit';
  const { language, title, width } = expectDrawing(place, options, 'Regression');
  const { predict, truth, points = 301, xLabel = 'x', yLabel = 'y', height = 360 } = options;
  expectInteger(place, 'points', points, { min: 2, max: 100_000 });
  expectHeight(place, height);
  const train = samplesOf(place, '', options.x, options.y);
  const test = options.test ? samplesOf(place, 'test.', options.test.x, options.test.y) : [];
  const samples = [...train, ...test];
  const around = (axis: 'x' | 'y', by: number): Domain =>
    widen(extent(samples.map((sample) => sample[axis])) ?? [-1, 1], by);
  const x = expectDomain(place, 'xDomain', options.xDomain ?? around('x', 0.04));
  const y = expectDomain(place, 'yDomain', options.yDomain ?? around('y', 0.15));
  const places = Array.from({ length: points }, (_, i) => x[0] + ((x[1] - x[0]) * i) / (points - 1));
  const asked: ArrayData = {
    data: Float32Array.from([...places, ...samples.map((sample) => sample.x)]),
    shape: [points + samples.length, 1],
  };
  const regressions = Object.entries(typeof predict === 'function' ? { [say(language, 'fit')]: predict } : predict);
  const items: LegendItem[] = [{ label: say(language, 'train'), color: color('ink'), sign: 'dot' }];
  if (test.length > 0) items.push({ label: say(language, 'test'), color: color('ink'), sign: 'ring' });
  const channels = { x: 'x', y: 'y', clip: 'frame' } as const;
  const lines = truth
    ? [
        line(
          places.map((at) => ({ x: at, y: truth(at) })),
          { ...channels, stroke: color('muted'), strokeWidth: 2, strokeDasharray: '5,3' },
        ),
      ]
    : [];
  if (truth) items.push({ label: say(language, 'truth'), color: color('muted'), sign: 'dashed' });
  for (const [i, [name, regression]] of regressions.entries()) {
    if (typeof (regression as unknown) !== 'function') {
      throw new Error(
        `${place}: expected ${name} to be a function of x [points, 1], received ${formatValue(regression)}.`,
      );
    }
    const found = expectNumbers(
      place,
      `what ${name} returns`,
      await takeValues(await regression(asked)),
      asked.shape[0]!,
    );
    const errors = [squaredError(train, found.slice(points)), squaredError(test, found.slice(points + train.length))];
    const shown = errors.filter(Number.isFinite).map((error) => formatTick(Number(error.toPrecision(3))));
    const mse = shown.length > 0 ? ` · ${say(language, 'MSE')} ${shown.join(' / ')}` : '';
    items.push({ label: name + mse, color: seriesColor(i), sign: 'line' });
    lines.push(
      line(
        places.map((at, k) => ({ x: at, y: found[k]! })),
        { ...channels, stroke: seriesColor(i), strokeWidth: 2.25 },
      ),
    );
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
          y: linearAxis(y, height / 45),
          xLabel,
          yLabel,
          marks: [
            dot(train, { ...channels, fill: color('ink'), fillOpacity: 0.75, r: 3 }),
            dot(test, { ...channels, stroke: color('ink'), strokeOpacity: 0.75, r: 3.5 }),
            ...lines,
          ],
        }),
      },
    ],
  });
}
