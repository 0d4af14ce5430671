import { element } from '../page/element.js';
import { texts } from '../texts/language.js';
import { centerDrawing, PAD } from './center-drawing.js';

/** A pad to draw on, by pointer or by keyboard. */
export interface DrawPad {
  readonly root: HTMLCanvasElement;
  clear(): void;
  /** Shows an image of 28x28 bytes instead of a drawing. */
  showImage(pixels: Uint8Array): void;
}

const WIDTH = 22;
const STRIDE = 10;

/** @param onDraw is given what was drawn, as an image of 28x28, or undefined if the pad is empty */
export function drawPad(onDraw: (pixels: Float32Array<ArrayBuffer> | undefined) => void): DrawPad {
  const root = element('canvas', {
    class: 'pad',
    width: PAD,
    height: PAD,
    tabindex: 0,
    role: 'application',
    'aria-label': () => `${texts().pad}. ${texts().drawHelp}`,
  });
  const context = root.getContext('2d', { willReadFrequently: true })!;
  // The pen of the keyboard lies on a layer of its own, so that it is no part of the drawing.
  const ink = document.createElement('canvas');
  ink.width = ink.height = PAD;
  const pen = ink.getContext('2d', { willReadFrequently: true })!;
  pen.lineWidth = WIDTH;
  pen.lineCap = pen.lineJoin = 'round';
  pen.strokeStyle = '#fff';
  let at: readonly [number, number] | undefined;
  let keyboard = { x: PAD / 2, y: PAD / 2, down: false, shown: false };
  let isImage = false;
  let asked = false;

  function paint(): void {
    context.fillStyle = '#000';
    context.fillRect(0, 0, PAD, PAD);
    context.imageSmoothingEnabled = false;
    context.drawImage(ink, 0, 0);
    if (!keyboard.shown) return;
    context.strokeStyle = keyboard.down ? '#ffb454' : '#9db2ff';
    context.lineWidth = 3;
    context.beginPath();
    context.arc(keyboard.x, keyboard.y, WIDTH / 2, 0, 2 * Math.PI);
    context.stroke();
  }

  function changed(): void {
    paint();
    if (asked) return;
    asked = true;
    setTimeout(() => {
      asked = false;
      const { data } = pen.getImageData(0, 0, PAD, PAD);
      const values = new Float32Array(PAD * PAD);
      for (let i = 0; i < values.length; i++) values[i] = data[4 * i + 3]! / 255;
      onDraw(centerDrawing(values));
    }, 60);
  }

  function line(fromX: number, fromY: number, toX: number, toY: number): void {
    if (isImage) clear();
    pen.beginPath();
    pen.moveTo(fromX, fromY);
    pen.lineTo(toX, toY);
    pen.stroke();
    changed();
  }

  function clear(): void {
    isImage = false;
    pen.clearRect(0, 0, PAD, PAD);
    changed();
  }

  const place = (event: PointerEvent): readonly [number, number] => {
    const { left, top, width, height } = root.getBoundingClientRect();
    return [((event.clientX - left) / width) * PAD, ((event.clientY - top) / height) * PAD];
  };
  root.addEventListener('pointerdown', (event) => {
    root.setPointerCapture(event.pointerId);
    keyboard = { ...keyboard, shown: false };
    at = place(event);
    line(...at, ...at);
  });
  root.addEventListener('pointermove', (event) => {
    if (at === undefined) return;
    for (const part of event.getCoalescedEvents()) {
      const next = place(part);
      line(...at, ...next);
      at = next;
    }
  });
  const lift = (): void => void (at = undefined);
  root.addEventListener('pointerup', lift);
  root.addEventListener('pointercancel', lift);
  root.addEventListener('blur', () => {
    keyboard = { ...keyboard, shown: false, down: false };
    paint();
  });
  root.addEventListener('keydown', (event) => {
    const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (move === undefined && event.key !== ' ' && event.key !== 'Delete') return;
    event.preventDefault();
    if (event.key === 'Delete') clear();
    const { x, y } = keyboard;
    const within = (value: number): number => Math.min(PAD - 5, Math.max(5, value));
    if (move === undefined) keyboard = { ...keyboard, shown: true, down: event.key === ' ' && !keyboard.down };
    else keyboard = { ...keyboard, shown: true, x: within(x + STRIDE * move[0]!), y: within(y + STRIDE * move[1]!) };
    if (keyboard.down) line(x, y, keyboard.x, keyboard.y);
    else paint();
  });
  paint();

  return {
    root,
    clear,
    showImage(pixels) {
      isImage = true;
      const small = new ImageData(28, 28);
      for (let i = 0; i < pixels.length; i++) small.data.set([255, 255, 255, pixels[i]!], 4 * i);
      const source = document.createElement('canvas');
      source.width = source.height = 28;
      source.getContext('2d')!.putImageData(small, 0, 0);
      pen.clearRect(0, 0, PAD, PAD);
      pen.imageSmoothingEnabled = false;
      pen.drawImage(source, 0, 0, PAD, PAD);
      paint();
    },
  };
}
