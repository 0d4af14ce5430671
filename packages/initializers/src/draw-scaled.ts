import { computeFans, type FanOptions } from './compute-fans.js';
import type { Draw } from './random-initializer.js';

interface Scaling extends FanOptions {
  readonly scale: number;
  readonly mode: 'fanIn' | 'fanOut' | 'fanAvg';
  readonly distribution: 'truncatedNormal' | 'untruncatedNormal' | 'uniform';
}

/** The standard deviation of a standard normal variable cut at -2 and 2. */
const TRUNCATED_STDDEV = 0.8796256610342398;

/** Draws with variance scale / n, as `varianceScaling` says it. */
export function drawScaled({ scale, mode, distribution, ...axes }: Scaling): Draw {
  return (generator, shape) => {
    const { fanIn, fanOut } = computeFans(shape, axes);
    const n = Math.max(1, mode === 'fanIn' ? fanIn : mode === 'fanOut' ? fanOut : (fanIn + fanOut) / 2);
    const stddev = Math.sqrt(scale / n);
    if (distribution === 'untruncatedNormal') return () => stddev * generator.normal();
    if (distribution === 'truncatedNormal') return () => (stddev / TRUNCATED_STDDEV) * generator.truncatedNormal();
    const limit = Math.sqrt((3 * scale) / n);
    return () => limit * (2 * generator.uniform() - 1);
  };
}
