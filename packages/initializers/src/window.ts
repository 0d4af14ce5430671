import { cosSin } from './cos-sin.js';

const cosPi = (x: number): number => cosSin(Math.PI * x)[0];
const sinPi = (x: number): number => cosSin(Math.PI * x)[1];

/** a0 - a1 cos(2 pi t) + a2 cos(4 pi t) - ... */
const cosines =
  (...a: readonly number[]) =>
  (t: number): number =>
    a.reduce((sum, ak, k) => sum + (k % 2 === 0 ? ak : -ak) * cosPi(2 * k * t), 0);

/** The windows known by name: those of `scipy.signal.get_window` that need no parameter. */
export type WindowName =
  | 'boxcar'
  | 'hann'
  | 'hamming'
  | 'blackman'
  | 'nuttall'
  | 'blackmanharris'
  | 'flattop'
  | 'bartlett'
  | 'barthann'
  | 'bohman'
  | 'triang'
  | 'cosine'
  | 'lanczos'
  | 'parzen';

/** w(t) for t = n / (N - 1) from 0 to 1; u = |2 t - 1| is the distance from the middle. N is for those that need it. */
const WINDOWS: Readonly<Record<WindowName, (t: number, n: number) => number>> = {
  boxcar: () => 1,
  hann: cosines(0.5, 0.5),
  hamming: cosines(0.54, 0.46),
  blackman: cosines(0.42, 0.5, 0.08),
  nuttall: cosines(0.3635819, 0.4891775, 0.1365995, 0.0106411),
  blackmanharris: cosines(0.35875, 0.48829, 0.14128, 0.01168),
  flattop: cosines(0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368),
  bartlett: (t) => 1 - Math.abs(2 * t - 1),
  barthann: (t) => 0.62 - 0.48 * Math.abs(t - 0.5) + 0.38 * cosPi(2 * (t - 0.5)),
  bohman: (t) => {
    const u = Math.abs(2 * t - 1);
    return u >= 1 ? 0 : (1 - u) * cosPi(u) + sinPi(u) / Math.PI;
  },
  triang: (t, n) => 1 - (Math.abs(2 * t - 1) * (n - 1)) / (n % 2 === 0 ? n : n + 1),
  cosine: (t, n) => sinPi((t * (n - 1) + 0.5) / n),
  lanczos: (t) => (2 * t === 1 ? 1 : sinPi(2 * t - 1) / (Math.PI * (2 * t - 1))),
  parzen: (t, n) => {
    const u = (Math.abs(2 * t - 1) * (n - 1)) / n;
    return u <= 0.5 * (1 - 1 / n) ? 1 - 6 * u * u * (1 - u) : 2 * (1 - u) ** 3;
  },
};

export const WINDOW_NAMES: readonly WindowName[] = Object.keys(WINDOWS) as WindowName[];

/**
 * A window of `length` points, as `scipy.signal.get_window(name, length, fftbins=periodic)`.
 *
 * @param periodic whether the last point of a window of `length + 1` is left off, as a discrete Fourier transform wants
 */
export function makeWindow(name: WindowName, length: number, periodic: boolean): Float64Array {
  if (length <= 1) return new Float64Array(length).fill(1);
  const n = periodic ? length + 1 : length;
  return Float64Array.from({ length }, (_, i) => WINDOWS[name](i / (n - 1), n));
}
