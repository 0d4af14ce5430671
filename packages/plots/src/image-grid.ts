import { image, rect, text } from '@observablehq/plot';
import { expectInteger } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';
import { captionsOf } from './captions-of.js';
import { compose } from './compose.js';
import type { Drawing } from './drawing.js';
import type { DrawingOptions } from './drawing-options.js';
import { expectDrawing } from './expect-drawing.js';
import { imagesOf, type Range } from './images-of.js';
import type { Labels } from './labels-of.js';
import { color } from './palette.js';
import { shorten } from './shorten.js';
import { textWidth } from './text-width.js';

export interface ImageGridOptions extends DrawingOptions {
  /** Shape [samples, height, width] or [samples, height, width, channels], or one image [height, width]. */
  readonly images: ArrayData;
  /** The true classes, written below. */
  readonly labels?: Labels;
  /** What a model said, as labels or as scores of shape [samples, classes]. Right and wrong get a sign and a color. */
  readonly predictions?: Labels;
  /** What is written below in place of labels. */
  readonly captions?: readonly string[];
  readonly classNames?: readonly string[];
  /** Images in a row; by default as many as have room, each at least 64 pixels wide. */
  readonly columns?: number;
  /** At most so many images are drawn, by default 100. */
  readonly count?: number;
  /** What is shown as black and as white, by default [0, 255] for integers, [0, 1] for floats and what has a `scale`. */
  readonly range?: Range;
}

/**
 * Images side by side, with labels, and with what a model took them for: ✓ if that was right, else ✗ and the true class.
 *
 * @throws Error if these are no images, or there are more or fewer labels than images
 *
 * @example
 * const { svg } = imageGrid({ images: sliceRows(test.x, 0, 20), labels: sliceRows(test.y, 0, 20), classNames });
 */
export function imageGrid(options: ImageGridOptions): Drawing {
  const place = 'imageGrid';
  const { language, title, width } = expectDrawing(place, options, 'Images');
  const images = imagesOf(place, options.images, options.range);
  const count = Math.min(images.count, expectInteger(place, 'count', options.count ?? 100));
  const captions = captionsOf(place, { ...options, language }, images.count)?.slice(0, count);
  const longest = Math.max(
    0,
    ...(captions ?? []).flatMap(({ text }) => text.split('\n').map((line) => textWidth(line, 12))),
  );
  const fitting = Math.max(1, Math.min(count, Math.floor((width - 24) / Math.min(120, Math.max(72, longest + 4)))));
  const columns = expectInteger(place, 'columns', options.columns ?? fitting, { max: 1000 });
  const pitch = Math.min(176, (width - 24) / columns);
  const gap = Math.min(8, pitch / 8);
  const wide = Math.min(pitch - gap, (160 * images.width) / images.height, 160);
  const high = (wide * images.height) / images.width;
  const fontSize = Math.min(12, Math.max(8, pitch / 6));
  const lines = captions ? Math.max(...captions.map((caption) => caption.text.split('\n').length)) : 0;
  const rowHeight = high + gap + (lines > 0 ? lines * fontSize * 1.25 + 6 : 0);
  const cells = Array.from({ length: count }, (_, i) => ({
    x: 12 + ((i % columns) + 0.5) * pitch,
    top: 2 + Math.floor(i / columns) * rowHeight,
    caption: captions?.[i],
    url: images.url(i),
  }));
  type Cell = (typeof cells)[number];
  const height = Math.ceil(2 + Math.ceil(count / columns) * rowHeight);
  const written = ({ caption }: Cell): string =>
    (caption?.text ?? '')
      .split('\n')
      .map((line) => shorten(line, fontSize, pitch - 2))
      .join('\n');
  return compose({
    language,
    title,
    width,
    panels: [
      {
        options: {
          width,
          height,
          margin: 0,
          axis: null,
          x: { type: 'identity' },
          y: { type: 'identity' },
          color: { type: 'identity' },
          marks: [
            image(cells, {
              x: 'x',
              y: ({ top }: Cell) => top + high / 2,
              src: 'url',
              width: wide,
              height: high,
              preserveAspectRatio: 'none',
              imageRendering: 'pixelated',
            }),
            rect(cells, {
              x1: ({ x }: Cell) => x - wide / 2,
              x2: ({ x }: Cell) => x + wide / 2,
              y1: 'top',
              y2: ({ top }: Cell) => top + high,
              fill: 'none',
              stroke: ({ caption }: Cell) => color(caption?.wrong ? 'series-2' : 'muted'),
              strokeWidth: 1.5,
              strokeOpacity: 0.9,
            }),
            text(captions ? cells : [], {
              x: 'x',
              y: ({ top }: Cell) => top + high + 4,
              text: written,
              lineAnchor: 'top',
              lineHeight: 1.2,
              fontSize,
              fill: ({ caption }: Cell) => color(caption?.wrong ? 'series-2' : 'ink'),
            }),
          ],
        },
      },
    ],
  });
}
