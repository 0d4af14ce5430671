/** A loss, with as many digits as are of interest. */
export function formatLoss(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  return value >= 100 ? value.toExponential(1) : value >= 0.0995 ? value.toFixed(3) : value.toPrecision(2);
}

export function formatPercent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

export function formatRate(rate: number): string {
  return rate >= 0.0001 || rate === 0 ? String(Number(rate.toPrecision(3))) : rate.toExponential(1);
}
