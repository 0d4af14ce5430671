const N = 624;
const M = 397;

/**
 * The Mersenne Twister with a period of 2^19937 - 1: a stream of 32-bit integers.
 *
 * Source: Matsumoto and Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudo-random number
 * generator", 1998, with the seeding of their revision of 2002. Not for secrets.
 */
export class MT19937 {
  /** The 624 words of the state. */
  readonly key: Uint32Array = new Uint32Array(N);
  /** The next word to be given out; 624 when the state has to be renewed first. */
  position: number = N;

  /** Starts the stream at a 32-bit integer (`init_genrand`). */
  seed(seed: number): void {
    const { key } = this;
    key[0] = seed;
    for (let i = 1; i < N; i++) {
      const previous = key[i - 1]! ^ (key[i - 1]! >>> 30);
      key[i] = Math.imul(1812433253, previous) + i;
    }
    this.position = N;
  }

  /** Starts the stream at several 32-bit integers (`init_by_array`). */
  seedByArray(words: ArrayLike<number>): void {
    this.seed(19650218);
    const { key } = this;
    let i = 1;
    const step = (factor: number, added: number, sign: 1 | -1): void => {
      const previous = key[i - 1]! ^ (key[i - 1]! >>> 30);
      key[i] = (key[i]! ^ Math.imul(factor, previous)) + sign * added;
      if (++i >= N) {
        key[0] = key[N - 1]!;
        i = 1;
      }
    };
    for (let k = 0, j = 0; k < Math.max(N, words.length); k++, j = (j + 1) % words.length)
      step(1664525, words[j]! + j, 1);
    for (let k = 0; k < N - 1; k++) step(1566083941, i, -1);
    key[0] = 0x80000000;
  }

  /** The next integer in [0, 2^32). */
  uint32(): number {
    if (this.position >= N) this.#renew();
    let y = this.key[this.position++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** The next multiple of 2^-53 in [0, 1), from two integers. */
  double(): number {
    const high = this.uint32() >>> 5;
    const low = this.uint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  #renew(): void {
    const { key } = this;
    for (let i = 0; i < N; i++) {
      const y = (key[i]! & 0x80000000) | (key[(i + 1) % N]! & 0x7fffffff);
      key[i] = key[(i + M) % N]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.position = 0;
  }
}
