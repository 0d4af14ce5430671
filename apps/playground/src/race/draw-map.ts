import { colors, rgb } from '../charts/colors.js';
import type { OptimizerChoice } from '../plane/plane-setup.js';
import type { Path } from './path.js';
import { surfaces, type SurfaceName } from './surfaces.js';

/** Heights that are told apart, on a logarithmic scale. */
const BANDS = 14;

const raster = document.createElement('canvas');
let painted = '';

/** The surface in bands of equal height, light where it is low; painted anew only if something changed. */
function paintSurface(name: SurfaceName, side: number): HTMLCanvasElement {
  const { surface, first } = colors();
  const key = [name, side, surface, first].join();
  if (key === painted) return raster;
  painted = key;
  raster.width = raster.height = side;
  const { f, xRange, yRange } = surfaces[name];
  const heights = new Float64Array(side * side);
  let most = 0;
  for (let row = 0; row < side; row++) {
    const y = yRange[1] - ((row + 0.5) / side) * (yRange[1] - yRange[0]);
    for (let column = 0; column < side; column++) {
      const x = xRange[0] + ((column + 0.5) / side) * (xRange[1] - xRange[0]);
      const height = Math.log1p(20 * f(x, y));
      heights[row * side + column] = height;
      if (height > most) most = height;
    }
  }
  const [low, high] = [rgb(surface), rgb(first)];
  const context = raster.getContext('2d')!;
  const image = context.createImageData(side, side);
  for (let i = 0; i < heights.length; i++) {
    const share = (0.62 * Math.floor((BANDS * heights[i]!) / most)) / BANDS;
    for (let channel = 0; channel < 3; channel++) {
      image.data[4 * i + channel] = low[channel]! + share * (high[channel]! - low[channel]!);
    }
    image.data[4 * i + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return raster;
}

/** What there is to be drawn on the map. */
export interface MapContent {
  readonly surface: SurfaceName;
  readonly start: readonly [number, number];
  readonly paths: readonly Path[];
  /** How far everyone is. */
  readonly step: number;
  /** Whose path is to stand out. */
  readonly chosen: OptimizerChoice | undefined;
  readonly colorOf: (runner: OptimizerChoice) => string;
}

/** Draws the surface, its minima, the start and the paths so far. */
export function drawMap(context: CanvasRenderingContext2D, size: number, content: MapContent): void {
  const { surface, start, paths, step, chosen, colorOf } = content;
  const { xRange, yRange, minima } = surfaces[surface];
  const { ink, surface: ground } = colors();
  const toX = (x: number): number => ((x - xRange[0]) / (xRange[1] - xRange[0])) * size;
  const toY = (y: number): number => ((yRange[1] - y) / (yRange[1] - yRange[0])) * size;
  context.drawImage(paintSurface(surface, Math.min(420, Math.round(size))), 0, 0, size, size);

  context.strokeStyle = ink;
  context.lineWidth = 1.5;
  for (const [x, y] of minima) {
    context.beginPath();
    for (const [dx, dy] of [
      [-5, -5],
      [5, 5],
      [-5, 5],
      [5, -5],
    ] as const) {
      if (dx === -5) context.moveTo(toX(x) + dx, toY(y) + dy);
      else context.lineTo(toX(x) + dx, toY(y) + dy);
    }
    context.stroke();
  }
  context.lineJoin = 'round';
  for (const { runner, points } of paths) {
    const last = Math.min(step, points.length / 2 - 1);
    context.globalAlpha = chosen === undefined || chosen === runner ? 1 : 0.2;
    context.beginPath();
    let [x, y] = [toX(points[0]!), toY(points[1]!)];
    for (let i = 0; i <= last; i++) {
      if (!Number.isFinite(points[2 * i]! + points[2 * i + 1]!)) break;
      [x, y] = [toX(points[2 * i]!), toY(points[2 * i + 1]!)];
      context.lineTo(x, y);
    }
    context.lineWidth = 4;
    context.strokeStyle = ground;
    context.stroke();
    context.lineWidth = 2;
    context.strokeStyle = colorOf(runner);
    context.stroke();
    context.beginPath();
    context.arc(x, y, 5.5, 0, 2 * Math.PI);
    context.fillStyle = colorOf(runner);
    context.fill();
    context.strokeStyle = ground;
    context.lineWidth = 1.5;
    context.stroke();
  }
  context.globalAlpha = 1;
  context.beginPath();
  context.arc(toX(start[0]), toY(start[1]), 7, 0, 2 * Math.PI);
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.stroke();
}
