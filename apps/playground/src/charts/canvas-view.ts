import { element, type Text } from '../page/element.js';
import { onColors } from './colors.js';

/** Draws on a canvas of this width and height in CSS pixels. */
export type Draw = (context: CanvasRenderingContext2D, width: number, height: number) => void;

/** A canvas that is drawn anew, in the next frame, when something changed: its size, the colors, or what it shows. */
export interface CanvasView {
  readonly canvas: HTMLCanvasElement;
  /** To be called when what it shows changed. */
  invalidate(): void;
}

/** @param label what the canvas shows, for those who cannot see it */
export function canvasView(draw: Draw, label: Text, name = ''): CanvasView {
  const canvas = element('canvas', { role: 'img', 'aria-label': label, class: name });
  let asked = false;
  const paint = (): void => {
    asked = false;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || height === 0) return;
    const scale = globalThis.devicePixelRatio;
    const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
    if (canvas.width !== wide || canvas.height !== high) {
      canvas.width = wide;
      canvas.height = high;
    }
    const context = canvas.getContext('2d')!;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, width, height);
    draw(context, width, height);
  };
  const invalidate = (): void => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(paint);
  };
  new ResizeObserver(invalidate).observe(canvas);
  onColors(invalidate);
  return { canvas, invalidate };
}
