import { colors, rgb } from '../charts/colors.js';
import type { ShownPoints } from '../worker/protocol.js';
import { LIMIT } from './plane-data.js';
import { REGION } from './plane-report.js';

/** What there is to be drawn in the plane. */
export interface PlaneContent {
  readonly train: ShownPoints;
  readonly test: ShownPoints;
  readonly regions: Uint8Array;
}

const raster = document.createElement('canvas');
raster.width = raster.height = REGION;

/** Each pixel in the color of the classes, mixed as they are probable, on the card's color. */
function paintRegions(regions: Uint8Array): void {
  const { series, surface } = colors();
  const n = REGION * REGION;
  const classes = regions.length / n;
  const context = raster.getContext('2d')!;
  const image = context.createImageData(REGION, REGION);
  const inks = series.slice(0, classes).map(rgb);
  const ground = rgb(surface);
  for (let i = 0; i < n; i++) {
    for (let channel = 0; channel < 3; channel++) {
      let mixed = 0;
      for (let label = 0; label < classes; label++) mixed += regions[label * n + i]! * inks[label]![channel]!;
      image.data[4 * i + channel] = 0.55 * ground[channel]! + (0.45 * mixed) / 255;
    }
    image.data[4 * i + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}

type Mark = (context: CanvasRenderingContext2D, x: number, y: number, r: number) => void;

/** Each class has a form too, for those who cannot tell the colors apart. */
const marks: readonly Mark[] = [
  (context, x, y, r) => context.arc(x, y, r, 0, 2 * Math.PI),
  (context, x, y, r) => context.rect(x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r),
  (context, x, y, r) => {
    context.moveTo(x, y - 1.2 * r);
    context.lineTo(x + 1.1 * r, y + 0.8 * r);
    context.lineTo(x - 1.1 * r, y + 0.8 * r);
    context.closePath();
  },
];

function drawPoints(context: CanvasRenderingContext2D, size: number, { x, y }: ShownPoints, filled: boolean): void {
  const { series, surface, ink } = colors();
  const radius = Math.max(2.8, size / 110);
  const at = (value: number): number => ((value / LIMIT + 1) * size) / 2;
  for (let i = 0; i < y.length; i++) {
    const color = series[y[i]!]!;
    context.beginPath();
    marks[y[i]!]!(context, at(x[2 * i]!), size - at(x[2 * i + 1]!), filled ? radius : radius * 0.85);
    context.fillStyle = filled ? color : surface;
    context.fill();
    context.strokeStyle = filled ? surface : color;
    context.lineWidth = filled ? 1 : 1.4;
    context.stroke();
  }
  context.strokeStyle = ink;
}

/** Draws the regions and, on top, the points. */
export function drawRegions(context: CanvasRenderingContext2D, size: number, content: PlaneContent): void {
  paintRegions(content.regions);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(raster, 0, 0, size, size);
  drawPoints(context, size, content.test, false);
  drawPoints(context, size, content.train, true);
}
