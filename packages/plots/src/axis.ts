import type { ScaleOptions } from '@observablehq/plot';

/** The ends of an axis. */
export type Domain = readonly [number, number];

/** From the least to the greatest finite value; a little around it if all are equal, undefined if there is none. */
export function extent(values: Iterable<number>): Domain | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return undefined;
  return low < high ? [low, high] : [low - (Math.abs(low) / 10 || 0.5), high + (Math.abs(high) / 10 || 0.5)];
}

/** `domain` with a margin of a share `by` of its length on both sides. */
export function widen([low, high]: Domain, by: number): Domain {
  return [low - by * (high - low), high + by * (high - low)];
}

/** Whole numbers from `low` to `high`, at most about `count` of them, at round distances. */
export function wholeTicks(domain: Domain, count: number): number[] {
  return linearTicks(domain, Math.min(count, Math.max(1, domain[1] - domain[0])));
}

const superscript = (n: number): string =>
  String(n).replace(/[-\d]/g, (c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]!));

/** A number at an axis: short, and a power of ten where it would have many zeros. */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-4 && size < 1e5)) return String(Number(value.toPrecision(6))).replace('-', '−');
  const [digits, power] = value.toExponential(4).split('e') as [string, string];
  const factor = Number(digits);
  const ten = `10${superscript(Number(power))}`;
  return (factor === 1 ? ten : factor === -1 ? `−${ten}` : `${factor}·${ten}`).replace(/^-/, '−');
}

/** What a logarithmic axis is marked with: powers of ten, and some of their multiples if it spans few of them. */
function logTicks([low, high]: Domain): number[] {
  const decades = Math.log10(high / low);
  const factors = decades > 3 ? [1] : decades > 2 ? [1, 3] : decades > 1 ? [1, 2, 5] : [1, 2, 3, 4, 5, 6, 8];
  const every = Math.max(1, Math.ceil(decades / 8));
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
    if (power % every !== 0) continue;
    for (const factor of factors) {
      const tick = Number(`${factor}e${power}`);
      if (tick >= low * 0.999 && tick <= high * 1.001) ticks.push(tick);
    }
  }
  return ticks;
}

/** A logarithmic axis over the positive numbers of `domain` and a bit more. */
export function logAxis([low, high]: Domain): ScaleOptions & { readonly ticks: number[] } {
  const [from, to] = widen([Math.log(low), Math.log(high)], 0.04);
  const domain: Domain = [Math.exp(from), Math.exp(to)];
  return { type: 'log', domain: [...domain], ticks: logTicks(domain), tickFormat: formatTick };
}

/** Where a linear axis from `low` to `high` is marked: at about `count` round numbers. */
function linearTicks([low, high]: Domain, count: number): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (([1, 2, 5].find((n) => n * power >= rough * 0.999) ?? 10) * power) as number;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** A linear axis over `domain` with about `count` marks. */
export function linearAxis(domain: Domain, count: number): ScaleOptions & { readonly ticks: number[] } {
  return { domain: [...domain], ticks: linearTicks(domain, count), tickFormat: formatTick };
}
