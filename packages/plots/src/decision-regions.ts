import { contour, dot } from '@observablehq/plot';
import { expectInteger, formatValue } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';
import { type Domain, extent, linearAxis, widen } from './axis.js';
import { className } from './class-name.js';
import { classScores } from './class-scores.js';
import { compose } from './compose.js';
import type { Drawing } from './drawing.js';
import type { DrawingOptions } from './drawing-options.js';
import { expectArray } from './expect-array.js';
import { expectDomain } from './expect-domain.js';
import { expectDrawing, expectHeight } from './expect-drawing.js';
import { gridPoints } from './grid-points.js';
import { type Labels, labelsOf } from './labels-of.js';
import type { LegendItem } from './legend.js';
import { color, seriesColor } from './palette.js';
import { plane } from './plane.js';
import { symbolOf } from './symbols.js';
import { takeValues } from './take-values.js';
import { say } from './words.js';

export interface DecisionRegionsOptions extends DrawingOptions {
  /**
   * The classifier: of points [points, 2] it gives scores [points, classes], probabilities of class 1 [points, 1], or labels
   * [points]. It is called once; a tensor that it
   * gives is disposed.
   */
  readonly predict: (points: ArrayData) => Labels | Promise<Labels>;
  /** The samples, shape [samples, 2]. */
  readonly x: ArrayData;
  /** Their classes. */
  readonly y: Labels;
  readonly classNames?: readonly string[];
  /** What the two features are called, by default `x₁` and `x₂`. */
  readonly featureNames?: readonly [string, string];
  /** From where to where, by default a bit more than the samples need. */
  readonly xDomain?: Domain;
  readonly yDomain?: Domain;
  /** In how many columns and rows of points the classifier is asked, by default 100. */
  readonly resolution?: number;
  /** The height of the panel in pixels, by default 420. */
  readonly height?: number;
}

/**
 * What a classifier of two features takes every place for, as colored regions, and the samples. Of probabilities the color
 * is stronger where the classifier is surer. A ring is around samples that it takes for another class.
 *
 * @throws Error if the samples do not have two features, or there is not a label for each
 *
 * @example
 * const { svg } = await decisionRegions({ predict: (points) => model.predict(points), x: train.x, y: train.y });
 */
export async function decisionRegions(options: DecisionRegionsOptions): Promise<Drawing> {
  const place = 'decisionRegions';
  const { language, title, width } = expectDrawing(place, options, 'Decision regions');
  const { predict, classNames, featureNames = ['x₁', 'x₂'], resolution = 100, height = 420 } = options;
  if (typeof (predict as unknown) !== 'function') {
    throw new Error(
      `${place}: expected predict to be a function of points [points, 2], received ${formatValue(predict)}.`,
    );
  }
  expectInteger(place, 'resolution', resolution, { min: 2, max: 1000 });
  expectHeight(place, height);
  const isPairs = ([, two, more]: readonly number[]): boolean => two === 2 && more === undefined;
  const { data, scale = 1 } = expectArray(place, 'x', options.x, 'of shape [samples, 2]', isPairs);
  const truth = labelsOf(place, 'y', options.y);
  const samples = truth.map((label, i) => ({ x: data[2 * i]! * scale, y: data[2 * i + 1]! * scale, label }));
  if (truth.length * 2 !== data.length) {
    throw new Error(`${place}: expected a label for each of ${data.length / 2} samples, received ${truth.length}.`);
  }
  const around = (axis: 'x' | 'y'): Domain => widen(extent(samples.map((sample) => sample[axis])) ?? [-1, 1], 0.08);
  const x = expectDomain(place, 'xDomain', options.xDomain ?? around('x'));
  const y = expectDomain(place, 'yDomain', options.yDomain ?? around('y'));
  const points = gridPoints(x, y, resolution, samples);
  const count = points.shape[0]!;
  const { classes, labels, margins, areProbabilities } = classScores(
    place,
    await takeValues(await predict(points)),
    count,
  );
  const cells = resolution * resolution;
  const judged = samples.map((sample, i) => ({ ...sample, wrong: labels[cells + i] !== sample.label }));
  const wrong = judged.filter((sample) => sample.wrong);
  const all = Math.max(classes, ...truth.map((label) => label + 1));
  const levels = areProbabilities ? [0, 0.25, 0.5, 0.75] : [0];
  const box = { width: resolution, height: resolution, x1: x[0], x2: x[1], y1: y[0], y2: y[1], clip: 'frame' } as const;
  const regions = margins.map((margin, c) =>
    contour(margin.subarray(0, cells), {
      ...box,
      value: (value: number) => value,
      thresholds: levels,
      fill: seriesColor(c),
      fillOpacity: 0.32 / levels.length,
    }),
  );
  const borders = margins.map((margin) =>
    contour(margin.subarray(0, cells), {
      ...box,
      value: (value: number) => value,
      thresholds: [0],
      stroke: color('ink'),
      strokeOpacity: 0.45,
    }),
  );
  const channels = { x: 'x', y: 'y', clip: 'frame' } as const;
  const dots = Array.from({ length: all }, (_, c) =>
    dot(
      judged.filter(({ label }) => label === c),
      { ...channels, symbol: symbolOf(c).symbol, fill: seriesColor(c), stroke: color('paper'), strokeWidth: 0.8, r: 4 },
    ),
  );
  const items = Array.from({ length: all }, (_, c): LegendItem => {
    const name = classNames?.[c] ?? `${say(language, 'class')} ${className(classNames, c)}`;
    return { label: name, color: seriesColor(c), sign: { path: symbolOf(c).path } };
  });
  if (wrong.length > 0) items.push({ label: say(language, 'misclassified'), color: color('ink'), sign: 'ring' });
  const right = ((100 * (judged.length - wrong.length)) / judged.length).toFixed(2);
  return compose({
    language,
    title,
    ...(judged.length > 0 && {
      note: `${say(language, 'accuracy')} ${right} % · ${say(language, 'samples')} ${judged.length}`,
    }),
    width,
    items,
    panels: [
      {
        options: plane({
          width,
          height,
          x: linearAxis(x, width / 80),
          y: linearAxis(y, height / 50),
          xLabel: featureNames[0],
          yLabel: featureNames[1],
          grid: false,
          marks: [
            ...regions,
            ...borders,
            ...dots,
            dot(wrong, { ...channels, stroke: color('ink'), strokeWidth: 1.5, r: 7 }),
          ],
        }),
      },
    ],
  });
}
