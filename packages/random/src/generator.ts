import { expectInteger, formatValue } from '@sixstep/parts';
import { normalQuantile } from './normal-quantile.js';

/** The four words that a `Generator` goes on from. */
export type GeneratorState = readonly [number, number, number, number];

// Read once: in some sandboxes every look-up of a global is slow.
const { imul } = Math;

/** P(Z < -2) of the standard normal distribution. */
const BELOW_MINUS_2 = 0.022750131948179212;

/** One step of splitmix32, which spreads a seed over the state. */
function splitmix32(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x9e3779b9) >>> 0;
    let t = a ^ (a >>> 16);
    t = imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = imul(t, 0x735a2d97);
    return (t ^ (t >>> 15)) >>> 0;
  };
}

/**
 * A seeded stream of random numbers, xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number
 * generators", 2021). It uses 32-bit integers and exactly rounded arithmetic only, so a seed gives the same bits in
 * every engine on every machine. Not for secrets.
 *
 * @example
 * const generator = new Generator(116);
 * generator.uniform(); // in [0, 1)
 */
export class Generator {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;

  /** @param seed an integer from 0 to 2^32 - 1 */
  constructor(seed: number) {
    const next = splitmix32(expectInteger('Generator', 'seed', seed, { min: 0, max: 0xffffffff }));
    this.state = [next(), next(), next(), next()];
  }

  /**
   * Where the stream stands; assigning it goes back, or on, to that place.
   *
   * @throws Error if what is assigned is not four integers from 0 to 2^32 - 1, not all 0 (the stream would stay at 0)
   */
  get state(): GeneratorState {
    return [this.#a >>> 0, this.#b >>> 0, this.#c >>> 0, this.#d >>> 0];
  }

  set state(state: GeneratorState) {
    const words: unknown = state;
    const fits = Array.isArray(words) && words.length === 4 && words.every((word) => word >>> 0 === word);
    if (!fits || words.every((word) => word === 0)) {
      throw new Error(
        `Generator: expected state to be four integers from 0 to 4294967295, not all 0, received ${formatValue(state)}. ` +
          `Assign what generator.state gave.`,
      );
    }
    [this.#a, this.#b, this.#c, this.#d] = state;
  }

  /** An integer in [0, 2^32). */
  uint32(): number {
    const x = imul(this.#b, 5);
    const result = imul((x << 7) | (x >>> 25), 9) >>> 0;
    const t = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= t;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result;
  }

  /** A multiple of 2^-24 in [0, 1): every value is a float32, so rounding never reaches 1. */
  uniform(): number {
    return (this.uint32() >>> 8) * 2 ** -24;
  }

  /** A draw from the standard normal distribution, by inversion of one 32-bit draw. */
  normal(): number {
    return normalQuantile((this.uint32() + 0.5) * 2 ** -32);
  }

  /** A draw from the standard normal distribution within two standard deviations, by inversion of one draw. */
  truncatedNormal(): number {
    return normalQuantile(BELOW_MINUS_2 + (1 - 2 * BELOW_MINUS_2) * ((this.uint32() + 0.5) * 2 ** -32));
  }

  /** An integer in [0, n), each equally likely (draws of the uneven rest are rejected). `n` is at most 2^32. */
  integer(n: number): number {
    return this.#below(expectInteger('Generator.integer', 'n', n, { max: 2 ** 32 }));
  }

  #below(n: number): number {
    const limit = 2 ** 32 - (2 ** 32 % n);
    let x = this.uint32();
    while (x >= limit) x = this.uint32();
    return x % n;
  }

  /** Shuffles in place (Fisher-Yates from the end). */
  shuffle(items: Int32Array | Uint32Array | unknown[]): void {
    const list = items as unknown[];
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.#below(i + 1);
      const item = list[i];
      list[i] = list[j];
      list[j] = item;
    }
  }

  /** The numbers 0 to n - 1 in random order. */
  permutation(n: number): Int32Array {
    const order = new Int32Array(expectInteger('Generator.permutation', 'n', n, { min: 0, max: 2 ** 31 - 1 }));
    for (let i = 0; i < n; i++) order[i] = i;
    this.shuffle(order);
    return order;
  }
}
