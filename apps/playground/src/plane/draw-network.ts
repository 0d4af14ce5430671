import { colors, rgb } from '../charts/colors.js';
import { TILE } from './plane-report.js';

/** The units of a network, layer by layer, and the weights between them. */
export interface NetworkContent {
  /** Units a layer, from the inputs to the outputs. */
  readonly sizes: readonly number[];
  readonly kernels: readonly Float32Array[];
  readonly tiles: Int8Array;
}

const raster = document.createElement('canvas');
raster.width = raster.height = TILE;

/** The answers of a unit: one color for above zero, one for below. */
function paintTile(values: (i: number) => number): HTMLCanvasElement {
  const { series, surface } = colors();
  const [ground, below, above] = [rgb(surface), rgb(series[0]!), rgb(series[1]!)];
  const context = raster.getContext('2d')!;
  const image = context.createImageData(TILE, TILE);
  for (let i = 0; i < TILE * TILE; i++) {
    const value = values(i) / 127;
    const ink = value < 0 ? below : above;
    for (let channel = 0; channel < 3; channel++) {
      image.data[4 * i + channel] = ground[channel]! + (ink[channel]! - ground[channel]!) * Math.abs(value) * 0.9;
    }
    image.data[4 * i + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return raster;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function places(sizes: readonly number[], width: number, height: number, side: number): Place[][] {
  const step = sizes.length > 1 ? (width - side) / (sizes.length - 1) : 0;
  return sizes.map((units, layer) => {
    const gap = Math.min(side * 1.5, height / units);
    return Array.from({ length: units }, (_, unit) => ({
      x: layer * step,
      y: height / 2 + (unit - (units - 1) / 2) * gap - side / 2,
    }));
  });
}

function drawWeights(
  context: CanvasRenderingContext2D,
  from: Place[],
  to: Place[],
  kernel: Float32Array,
  side: number,
): void {
  const { series } = colors();
  for (let i = 0; i < from.length; i++) {
    for (let j = 0; j < to.length; j++) {
      const weight = kernel[i * to.length + j]!;
      const size = Math.min(1, Math.abs(weight) / 2.5);
      if (size < 0.01) continue;
      context.strokeStyle = weight < 0 ? series[0]! : series[1]!;
      context.globalAlpha = 0.25 + 0.75 * size;
      context.lineWidth = 0.4 + 3.6 * size;
      const [x0, y0, x1, y1] = [from[i]!.x + side, from[i]!.y + side / 2, to[j]!.x, to[j]!.y + side / 2];
      const middle = (x0 + x1) / 2;
      context.beginPath();
      context.moveTo(x0, y0);
      context.bezierCurveTo(middle, y0, middle, y1, x1, y1);
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

/** Draws a network: each unit as what it answers over the plane, each weight as a line as thick as it is large. */
export function drawNetwork(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  { sizes, kernels, tiles }: NetworkContent,
): void {
  const most = Math.max(...sizes);
  const side = Math.max(8, Math.min(36, (height - 4) / (most * 1.12), width / (sizes.length * 1.7)));
  const spots = places(sizes, width - 2, height, side);
  for (const [layer, kernel] of kernels.entries()) drawWeights(context, spots[layer]!, spots[layer + 1]!, kernel, side);
  const n = TILE * TILE;
  const coordinate = (i: number): number => 127 * ((2 * i + 1) / TILE - 1);
  let unit = 0;
  context.imageSmoothingEnabled = true;
  context.lineWidth = 1;
  context.strokeStyle = colors().muted;
  for (const [layer, column] of spots.entries()) {
    for (const [row, { x, y }] of column.entries()) {
      const begin = unit * n;
      const picture =
        layer === 0
          ? paintTile((i) => (row === 0 ? coordinate(i % TILE) : -coordinate(Math.floor(i / TILE))))
          : paintTile((i) => tiles[begin + i]!);
      context.drawImage(picture, x, y, side, side);
      context.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1);
      if (layer > 0) unit++;
    }
  }
}
