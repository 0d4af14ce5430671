import type { Text } from '../page/element.js';
import { canvasView, type CanvasView } from './canvas-view.js';
import { colors } from './colors.js';
import { formatTick, linearTicks, logTicks } from './ticks.js';

/** A line of points (x, y). */
interface Line {
  readonly color: string;
  readonly points: readonly (readonly [number, number])[];
  readonly dashed?: boolean;
  /** Small circles at the points. */
  readonly dotted?: boolean;
}

export interface ChartContent {
  readonly lines: readonly Line[];
  /** The greatest x of the axis, if more than the points'. */
  readonly xMax: number;
  /** The y axis: powers of ten, or linear over a range. */
  readonly y: 'log' | readonly [number, number];
  readonly xName: string;
  /** A vertical line at this x. */
  readonly marker?: number | undefined;
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The least and the greatest of all that can be drawn, as the ends of the y axis. */
function range({ lines, y }: ChartContent): readonly [number, number] {
  if (y !== 'log') return y;
  let [low, high] = [Infinity, 0];
  for (const { points } of lines) {
    for (const [, value] of points) {
      if (!(value > 0) || !Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (high === 0) return [0.1, 1];
  // A decade at least; what is smaller than a millionth of the greatest is of no interest.
  return [Math.max(Math.min(low / 1.2, high / 10), high * 1e-6), high * 1.2];
}

function axes(context: CanvasRenderingContext2D, frame: Frame, content: ChartContent, toX: Scale, toY: Scale): void {
  const { muted, line } = colors();
  const [low, high] = range(content);
  context.font = '12px system-ui, sans-serif';
  context.fillStyle = muted;
  context.strokeStyle = line;
  context.lineWidth = 1;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const tick of content.y === 'log' ? logTicks(low, high) : linearTicks(low, high, 4)) {
    const at = Math.round(toY(tick)) + 0.5;
    context.beginPath();
    context.moveTo(frame.left, at);
    context.lineTo(frame.right, at);
    context.stroke();
    context.fillText(formatTick(tick), frame.left - 6, at);
  }
  context.textAlign = 'center';
  context.textBaseline = 'top';
  const ticks = linearTicks(0, content.xMax, frame.right - frame.left > 320 ? 6 : 3);
  for (const tick of ticks) context.fillText(formatTick(tick), toX(tick), frame.bottom + 6);
}

/** On top of the lines, with a rim of the card's color. */
function drawName(context: CanvasRenderingContext2D, frame: Frame, name: string): void {
  const { muted, surface } = colors();
  context.textAlign = 'right';
  context.textBaseline = 'bottom';
  context.lineWidth = 4;
  context.strokeStyle = surface;
  context.fillStyle = muted;
  context.strokeText(name, frame.right, frame.bottom - 4);
  context.fillText(name, frame.right, frame.bottom - 4);
}

type Scale = (value: number) => number;

function drawChart(context: CanvasRenderingContext2D, width: number, height: number, content: ChartContent): void {
  const frame: Frame = { left: 44, right: width - 12, top: 8, bottom: height - 24 };
  const [low, high] = range(content);
  const toX: Scale = (x) => frame.left + ((frame.right - frame.left) * x) / Math.max(content.xMax, 1e-9);
  const part: Scale =
    content.y === 'log'
      ? (y) => Math.log(Math.max(y, low) / low) / Math.log(high / low)
      : (y) => (y - low) / (high - low);
  const toY: Scale = (y) => frame.bottom - (frame.bottom - frame.top) * Math.min(1, Math.max(0, part(y)));
  axes(context, frame, content, toX, toY);
  if (content.marker !== undefined) {
    context.strokeStyle = colors().muted;
    context.beginPath();
    context.moveTo(toX(content.marker), frame.top);
    context.lineTo(toX(content.marker), frame.bottom);
    context.stroke();
  }
  context.lineWidth = 2;
  context.lineJoin = 'round';
  for (const { color, points, dashed, dotted } of content.lines) {
    context.strokeStyle = color;
    context.fillStyle = color;
    context.setLineDash(dashed ? [5, 4] : []);
    context.beginPath();
    for (const [x, y] of points) if (Number.isFinite(y)) context.lineTo(toX(x), toY(y));
    context.stroke();
    if (!dotted) continue;
    for (const [x, y] of points) {
      context.beginPath();
      context.arc(toX(x), toY(y), 3.5, 0, 2 * Math.PI);
      context.fill();
    }
  }
  context.setLineDash([]);
  drawName(context, frame, content.xName);
}

/** A chart of lines on a canvas; `contentOf` is asked at each drawing. */
export function lineChart(contentOf: () => ChartContent, label: Text): CanvasView {
  return canvasView((context, width, height) => drawChart(context, width, height, contentOf()), label, 'chart');
}
