import type { Logs } from '../logs.js';
import type { Callback, Training } from './callback.js';

/** Options of `progressBar`. */
export interface ProgressBarOptions {
  /** What takes the text. Default: standard output in Node, lines to the console elsewhere. */
  readonly write?: (text: string) => void;
  /** Whether the line may be drawn over again. Default: whether standard output is a terminal. */
  readonly interactive?: boolean;
  /** Epochs from one line to the next, for long trainings; the first and the last always show. Default 1. */
  readonly every?: number;
  /** How many letters fit into a line that is drawn over again. Default: those of the terminal, else 80. */
  readonly columns?: number;
}

interface Stdout {
  readonly isTTY?: boolean;
  readonly columns?: number;
  hasColors?(): boolean;
  write(text: string): void;
}

const WIDTH = 20;
const NARROWEST = 5;
/** Milliseconds between two drawings of the same line. */
const REDRAW = 50;

/** Seconds as a person reads them: `8s`, `1:05`, `2:00:05`; per step `850us`, `12ms`. */
function duration(seconds: number): string {
  const s = Math.round(seconds);
  if (s < 60) return `${s}s`;
  const two = (n: number): string => String(n).padStart(2, '0');
  return s < 3600
    ? `${Math.floor(s / 60)}:${two(s % 60)}`
    : `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

function perStep(seconds: number): string {
  if (seconds >= 1) return `${seconds.toFixed(0)}s/step`;
  return seconds >= 1e-3 ? `${(seconds * 1e3).toFixed(0)}ms/step` : `${(seconds * 1e6).toFixed(0)}us/step`;
}

const figures = (logs: Logs): string =>
  Object.entries(logs)
    .map(
      ([name, value]) =>
        ` - ${name}: ${Math.abs(value) > 1e-3 || value === 0 ? value.toFixed(4) : value.toExponential(4)}`,
    )
    .join('');

/**
 * Shows the progress as Keras does: on a terminal one line an epoch that grows, with the time left; elsewhere one plain
 * line when an epoch is over.
 *
 * ```text
 * Epoch 1/5
 * 1875/1875 ━━━━━━━━━━━━━━━━━━━━ 2s 1ms/step - loss: 0.2583 - accuracy: 0.9254
 * ```
 */
export function progressBar(options: ProgressBarOptions = {}): Callback {
  const stdout = (globalThis as { process?: { stdout?: Stdout } }).process?.stdout;
  const interactive = options.interactive ?? stdout?.isTTY ?? false;
  const write =
    options.write ?? (stdout ? (text: string) => stdout.write(text) : (text: string) => console.log(text.trimEnd()));
  const every = options.every ?? 1;
  const paint = (code: number, text: string): string =>
    interactive && stdout?.hasColors?.() ? `\x1b[${code}m${text}\x1b[0m` : text;
  const rest = paint(2, '━') === '━' ? '╺' : '━';
  let start = 0;
  let drawn = 0;
  let done = 0;
  let shown = false;
  /** The line with the time left, or at the end the time taken. `room` is the number of letters that it may have. */
  const line = ({ steps }: Training, logs: Logs, isOver: boolean, room = Infinity): string => {
    const count = `${String(done).padStart(String(steps).length)}/${steps}`;
    const elapsed = (performance.now() - start) / 1000;
    const perBatch = elapsed / Math.max(done, 1);
    const time = duration(isOver ? elapsed : perBatch * (steps - done));
    const text = ` ${time} ${perStep(perBatch)}${figures(logs)}`;
    const width = Math.min(WIDTH, Math.max(NARROWEST, room - count.length - 1 - text.length));
    const filled = Math.floor((width * done) / steps);
    const bar = paint(32, '━'.repeat(filled)) + (interactive ? paint(2, rest.repeat(width - filled)) : '');
    return `${count} ${bar}${text.slice(0, Math.max(0, room - count.length - 1 - width))}`;
  };
  return {
    onEpochBegin(epoch, { epochs, initialEpoch }) {
      start = performance.now();
      drawn = start;
      done = 0;
      shown = (epoch + 1) % every === 0 || epoch === initialEpoch || epoch === epochs - 1;
      if (shown) write(`Epoch ${epoch + 1}/${epochs}\n`);
    },
    onTrainBatchEnd(batch, logs, training) {
      done = batch + 1;
      const isDue = performance.now() - drawn >= REDRAW || done === training.steps;
      if (!shown || !interactive || !isDue) return;
      drawn = performance.now();
      // A line that wraps could not be drawn over.
      write(`\r\x1b[K${line(training, logs, false, (options.columns ?? stdout?.columns ?? 80) - 1)}`);
    },
    onEpochEnd(_, logs, training) {
      if (shown) write(`${interactive ? '\r\x1b[K' : ''}${line(training, logs, true)}\n`);
    },
  };
}
