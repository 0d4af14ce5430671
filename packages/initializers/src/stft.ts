import { expectNumber, expectOneOf, formatShape, formatValue } from '@sixstep/parts';
import { tensor } from '@tensorflow/tfjs-core';
import { cosSin } from './cos-sin.js';
import { expectRank, expectShape } from './expect-shape.js';
import type { Initializer } from './initializer.js';
import { makeWindow, WINDOW_NAMES, type WindowName } from './window.js';

export interface StftOptions {
  readonly side?: 'real' | 'imag';
  /** A window's name, its values (one per time step), or null for none. */
  readonly window?: WindowName | readonly number[] | null;
  readonly scaling?: 'density' | 'spectrum' | null;
  readonly periodic?: boolean;
}

/**
 * The basis of a short-time Fourier transform, as the kernel [frameLength, channels, bins] of a conv1d:
 * w[t, c, k] = window[t] cos(-2 pi t k / (2 (bins - 1))) / s, or the sine; s = sqrt(sum window^2) for `'density'`,
 * sum |window| for `'spectrum'`, 1 without scaling or window. Keras' `STFT` (`STFTInitializer`).
 *
 * @param options.side `'real'` (default) for the cosine, `'imag'` for the sine
 * @param options.window `'hann'` by default
 * @param options.scaling `'density'` by default
 * @param options.periodic whether a named window is that of a period; false by default
 * @throws Error if the shape has not three dimensions or the window not frameLength values
 */
export function stft({
  side = 'real',
  window = 'hann',
  scaling = 'density',
  periodic = false,
}: StftOptions = {}): Initializer {
  expectOneOf('stft', 'side', side, ['real', 'imag']);
  if (scaling !== null) expectOneOf('stft', 'scaling', scaling, ['density', 'spectrum']);
  if (typeof window === 'string') expectOneOf('stft', 'window', window, WINDOW_NAMES);
  else window?.forEach((value, i) => expectNumber('stft', `window[${i}]`, value));
  const initialize: Initializer = (shape, dtype = 'float32') => {
    expectOneOf('stft', 'dtype', dtype, ['float32']);
    expectRank('stft', shape, shape.length === 3, 'three dimensions, [frameLength, channels, bins]');
    const data = new Float32Array(expectShape('stft', shape));
    const [frameLength, channels, bins] = shape as readonly [number, number, number];
    const weights = typeof window === 'string' ? makeWindow(window, frameLength, periodic) : window;
    if (weights !== null && weights.length !== frameLength) {
      throw new Error(
        `stft: expected window to have ${frameLength} values for shape ${formatShape(shape)}, ` +
          `received ${weights.length}: ${formatValue([...weights])}.`,
      );
    }
    let norm = 1;
    if (weights !== null && scaling === 'density') norm = Math.sqrt(sum(weights, (x) => x * x));
    if (weights !== null && scaling === 'spectrum') norm = sum(weights, Math.abs);
    let i = 0;
    for (let t = 0; t < frameLength; t++) {
      const scale = (weights?.[t] ?? 1) / norm;
      const row = Float64Array.from({ length: bins }, (_, k) => scale * basis(side, t, k, bins));
      for (let c = 0; c < channels; c++) for (const value of row) data[i++] = value;
    }
    return tensor(data, [...shape], 'float32');
  };
  return Object.assign(initialize, { className: 'STFT', config: { side, window, scaling, periodic } });
}

function sum(values: ArrayLike<number>, of: (x: number) => number): number {
  let total = 0;
  for (let i = 0, n = values.length; i < n; i++) total += of(values[i]!);
  return total;
}

/** The angle is rounded to float32 where Keras rounds it: at a zero of the cosine its values differ visibly. */
function basis(side: 'real' | 'imag', t: number, k: number, bins: number): number {
  const frequency = Math.fround(k / ((bins - 1) * 2));
  const angle = Math.fround(Math.fround(-2 * t * frequency) * Math.fround(Math.PI));
  const [cosine, sine] = cosSin(angle);
  return side === 'real' ? cosine : sine;
}
