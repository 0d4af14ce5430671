import { axisX, axisY, cell, frame, text } from '@observablehq/plot';
import { expectOneOf } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';
import { className } from './class-name.js';
import { compose } from './compose.js';
import { countPairs } from './count-pairs.js';
import type { Drawing } from './drawing.js';
import type { DrawingOptions } from './drawing-options.js';
import { expectArray } from './expect-array.js';
import { expectDrawing } from './expect-drawing.js';
import type { Labels } from './labels-of.js';
import { color } from './palette.js';
import { shorten } from './shorten.js';
import { bold, textWidth } from './text-width.js';
import { say } from './words.js';

export interface ConfusionMatrixOptions extends DrawingOptions {
  /** Counts, shape [classes, classes]: row i, column j says how often class i was taken for class j. */
  readonly matrix?: ArrayData;
  /** In place of `matrix`: the true labels, */
  readonly yTrue?: Labels;
  /** and what the model said, as labels or as scores of shape [samples, classes]. */
  readonly yPred?: Labels;
  readonly classNames?: readonly string[];
  /** What is written into the cells: counts, or shares of the row in percent. By default `'count'`. */
  readonly values?: 'count' | 'percent';
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  /** Of all samples of the row. */
  readonly share: number;
}

function cellsOf({ data, shape }: ArrayData): Cell[] {
  const classes = shape[0]!;
  const sums = new Float64Array(classes);
  Array.from(data).forEach((count, i) => (sums[Math.floor(i / classes)]! += count));
  return Array.from(data, (count, i) => {
    const row = Math.floor(i / classes);
    const total = sums[row]!;
    return { row, column: i % classes, count, share: total > 0 ? count / total : 0 };
  });
}

/** Confusions are few if a model is good, so theirs grows faster. Numbers can be read on a color that is half as strong. */
const strength = ({ row, column, share }: Cell): number => 0.55 * (row === column ? share : Math.sqrt(share));

/**
 * How often each class was taken for which: a row for each true class, a column for each predicted one. The diagonal is
 * right, and its color says the share of the row (recall); the rest is wrong and in the second color.
 *
 * @throws Error unless there is a square matrix or both `yTrue` and `yPred`
 *
 * @example
 * const { svg } = confusionMatrix({ yTrue: test.y, yPred: await model.predict(test.x), classNames });
 */
export function confusionMatrix(options: ConfusionMatrixOptions): Drawing {
  const place = 'confusionMatrix';
  const { language, title, width } = expectDrawing(place, options, 'Confusion matrix');
  const { matrix, yTrue, yPred, classNames, values = 'count' } = options;
  expectOneOf(place, 'values', values, ['count', 'percent']);
  const counts =
    matrix === undefined
      ? countPairs(place, yTrue, yPred, classNames?.length ?? 0)
      : expectArray(
          place,
          'matrix',
          matrix,
          'of shape [classes, classes]',
          ([a, b, c]) => a! > 0 && a === b && c === undefined,
        );
  const classes = counts.shape[0]!;
  if (classNames !== undefined && classNames.length !== classes) {
    throw new Error(`${place}: expected a name for each of ${classes} classes, received ${classNames.length}.`);
  }
  const cells = cellsOf(counts);
  const labels = Array.from({ length: classes }, (_, i) => shorten(className(classNames, i), 12, 110));
  const longest = Math.max(...labels.map((label) => textWidth(label, 12)));
  const left = Math.ceil(longest) + 42;
  const size = Math.min(60, Math.max(8, Math.floor((width - left - 20) / classes)));
  const slanted = longest > size - 4;
  const bottom = (slanted ? Math.ceil(longest * 0.71) + 14 : 24) + 26;
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const right = cells.reduce((sum, { row, column, count }) => sum + (row === column ? count : 0), 0);
  const percent = (share: number, digits: number): string => (100 * share).toFixed(digits);
  const shown = ({ count, share }: Cell): string =>
    values === 'count' ? String(count) : percent(share, share < 0.1 ? 1 : 0);
  const widest = Math.max(...cells.map((one) => textWidth(shown(one), 1)));
  const fontSize = Math.min(13, (size - 4) / widest);
  const ticks = Array.from({ length: classes }, (_, i) => i);
  const channels = { x: 'column', y: 'row' } as const;
  const tick = (i: number): string => labels[i]!;
  const note = [
    ...(total > 0 ? [`${say(language, 'accuracy')} ${percent(right / total, 2)} %`] : []),
    `${say(language, 'samples')} ${total}`,
    ...(values === 'percent' ? [say(language, 'cells in % of their row')] : []),
  ].join(' · ');
  return compose({
    language,
    title,
    note,
    width: Math.min(
      width,
      Math.ceil(Math.max(left + classes * size + 20, textWidth(title, 16 * bold) + 25, textWidth(note, 12) + 24)),
    ),
    panels: [
      {
        options: {
          width: left + classes * size + 20,
          height: 6 + classes * size + bottom,
          marginLeft: left,
          marginRight: 20,
          marginTop: 6,
          marginBottom: bottom,
          x: { type: 'band', domain: ticks, padding: 0, label: null },
          y: { type: 'band', domain: ticks, padding: 0, label: null },
          color: { type: 'identity' },
          opacity: { type: 'linear', domain: [0, 1], range: [0, 1] },
          marks: [
            cell(cells, {
              ...channels,
              fill: ({ row, column }: Cell) => color(row === column ? 'series-1' : 'series-2'),
              fillOpacity: strength,
              stroke: color('muted'),
              strokeOpacity: 0.25,
            }),
            frame({ stroke: color('muted'), strokeOpacity: 0.6 }),
            text(fontSize < 6 ? [] : cells, {
              ...channels,
              text: shown,
              fontSize,
              fill: ({ count }: Cell) => color(count === 0 ? 'muted' : 'ink'),
            }),
            axisX({
              label: say(language, 'predicted class'),
              labelAnchor: 'center',
              labelArrow: 'none',
              labelOffset: bottom - 4,
              tickFormat: tick,
              tickSize: 0,
              ...(slanted && { tickRotate: -45, textAnchor: 'end' as const }),
            }),
            axisY({
              label: say(language, 'true class'),
              labelAnchor: 'center',
              labelArrow: 'none',
              labelOffset: left - 6,
              tickFormat: tick,
              tickSize: 0,
            }),
          ],
        },
      },
    ],
  });
}
