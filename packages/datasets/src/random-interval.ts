import type { MT19937 } from './mt19937.js';

/** The least 2^k - 1 that is at least `max` < 2^32. */
function maskOf(max: number): number {
  return max === 0 ? 0 : 0xffffffff >>> Math.clz32(max);
}

/**
 * An integer in [0, max], each equally likely: masked draws, those above `max` rejected, as NumPy's legacy generator
 * does it.
 *
 * @param max an integer from 0 to 2^53 - 1
 */
export function randomInterval(bits: MT19937, max: number): number {
  if (max === 0) return 0;
  const high = Math.floor(max / 2 ** 32);
  const mask = high === 0 ? maskOf(max) : 0xffffffff;
  const highMask = maskOf(high);
  for (;;) {
    const top = high === 0 ? 0 : (bits.uint32() & highMask) >>> 0;
    const value = top * 2 ** 32 + ((bits.uint32() & mask) >>> 0);
    if (value <= max) return value;
  }
}
