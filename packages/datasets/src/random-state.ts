import { expectInteger, expectNumber, formatValue } from '@sixstep/parts';
import { drawSeed } from '@sixstep/random';
import type { ArrayData } from './array-data.js';
import { MT19937 } from './mt19937.js';
import { randomInterval } from './random-interval.js';
import { shuffleRows, type Shuffled } from './shuffle-rows.js';
import { takeRows } from './take-rows.js';

/** The shape of what is drawn: a number of values, or several dimensions. */
export type Size = number | readonly number[];

/** Where a `RandomState` stands. NumPy's `get_state()`. */
export interface RandomStateSnapshot {
  readonly key: Uint32Array;
  readonly position: number;
  /** The second value of the last pair of normal draws, if it has not been given out. */
  readonly gauss: number | undefined;
}

/**
 * NumPy's legacy generator `numpy.random.RandomState`, which is also what `numpy.random.seed`, `shuffle` and so on use:
 * the same seed gives the same integers, orders and uniform numbers to the bit, and the same normal ones to the last
 * digit or so (their logarithm is the engine's). NumPy has frozen this stream for good. Not for secrets.
 *
 * Names and arguments are NumPy's in camelCase. Without a size a method gives a number, with one `{ data, shape }`.
 *
 * @example
 * const random = new RandomState(116);
 * random.permutation(5); // Int32Array [4, 1, 2, 0, 3]
 */
export class RandomState {
  readonly #bits: MT19937 = new MT19937();
  #gauss: number | undefined;

  /** @param seed as in `seed()`; without one the common stream that `setRandomSeed` starts gives it */
  constructor(seed?: number | ArrayLike<number>) {
    this.seed(seed ?? drawSeed());
  }

  /**
   * Starts the stream anew.
   *
   * @param seed an integer from 0 to 2^32 - 1, or several of them
   * @throws Error if it is neither
   */
  seed(seed: number | ArrayLike<number>): void {
    const check = (option: string, value: unknown): number =>
      expectInteger('RandomState', option, value, { min: 0, max: 0xffffffff, hint: 'Pass a number such as 42.' });
    if (typeof seed !== 'object' || seed === null) this.#bits.seed(check('seed', seed));
    else {
      const words = Array.from(seed, (word, i) => check(`seed[${i}]`, word));
      if (words.length === 0) throw new Error('RandomState: expected seed to be at least one integer, received none.');
      this.#bits.seedByArray(words);
    }
    this.#gauss = undefined;
  }

  /** Where the stream stands; assigning it goes back, or on, to that place. */
  get state(): RandomStateSnapshot {
    return { key: this.#bits.key.slice(), position: this.#bits.position, gauss: this.#gauss };
  }

  set state({ key, position, gauss }: RandomStateSnapshot) {
    if (key?.length !== 624)
      throw new Error(`RandomState: expected state.key to have 624 words, received ${key?.length}.`);
    this.#bits.position = expectInteger('RandomState', 'state.position', position, { min: 0, max: 624 });
    this.#bits.key.set(key);
    this.#gauss = gauss;
  }

  /** Uniform in [0, 1), in the given shape: `rand()`, `rand(3)`, `rand(3, 2)`. */
  rand(): number;
  rand(...shape: number[]): ArrayData<Float64Array>;
  rand(...shape: number[]): number | ArrayData<Float64Array> {
    return shape.length === 0 ? this.#bits.double() : this.#fill('rand', shape, () => this.#bits.double());
  }

  /** Standard normal, in the given shape: `randn()`, `randn(3)`, `randn(3, 2)`. */
  randn(): number;
  randn(...shape: number[]): ArrayData<Float64Array>;
  randn(...shape: number[]): number | ArrayData<Float64Array> {
    return shape.length === 0 ? this.#normalDraw() : this.#fill('randn', shape, () => this.#normalDraw());
  }

  /** Uniform in [0, 1); as `rand`, with the shape as one argument. */
  randomSample(): number;
  randomSample(size: Size): ArrayData<Float64Array>;
  randomSample(size?: Size): number | ArrayData<Float64Array> {
    return this.#draw('randomSample', size, () => this.#bits.double());
  }

  /** Standard normal; as `randn`, with the shape as one argument. */
  standardNormal(): number;
  standardNormal(size: Size): ArrayData<Float64Array>;
  standardNormal(size?: Size): number | ArrayData<Float64Array> {
    return this.#draw('standardNormal', size, () => this.#normalDraw());
  }

  /** Uniform in [low, high): low + (high - low) u. */
  uniform(low?: number, high?: number): number;
  uniform(low: number, high: number, size: Size): ArrayData<Float64Array>;
  uniform(low = 0, high = 1, size?: Size): number | ArrayData<Float64Array> {
    const range = expectNumber('uniform', 'high', high) - expectNumber('uniform', 'low', low);
    expectNumber('uniform', 'high - low', range);
    return this.#draw('uniform', size, () => low + range * this.#bits.double());
  }

  /** Normal with mean `loc` and standard deviation `scale`. */
  normal(loc?: number, scale?: number): number;
  normal(loc: number, scale: number, size: Size): ArrayData<Float64Array>;
  normal(loc = 0, scale = 1, size?: Size): number | ArrayData<Float64Array> {
    expectNumber('normal', 'loc', loc);
    expectNumber('normal', 'scale', scale, { min: 0 });
    return this.#draw('normal', size, () => loc + scale * this.#normalDraw());
  }

  /**
   * Integers in [low, high), or in [0, low) if `high` is left out, each equally likely.
   *
   * @throws Error if there is none, or `low` or `high` is not an integer up to 2^53
   */
  randint(low: number, high?: number): number;
  randint(low: number, high: number | undefined, size: Size): ArrayData<Float64Array>;
  randint(low: number, high?: number, size?: Size): number | ArrayData<Float64Array> {
    const anyInteger = { min: -Infinity };
    const from = high === undefined ? 0 : expectInteger('randint', 'low', low, anyInteger);
    const to = expectInteger('randint', high === undefined ? 'low' : 'high', high ?? low, anyInteger);
    const range = to - 1 - from;
    if (range < 0) throw new Error(`randint: expected low < high, received ${from} and ${to}.`);
    expectInteger('randint', 'high - low', range, { min: 0 });
    return this.#draw('randint', size, () => from + randomInterval(this.#bits, range));
  }

  /**
   * Puts the samples of `x` (a list, a typed array, or `{ data, shape }`) into random order, in place.
   *
   * @throws Error if `x` is none of these
   */
  shuffle(x: Shuffled): void {
    shuffleRows(x, (max) => randomInterval(this.#bits, max));
  }

  /** The integers from 0 to n - 1 in random order, or a copy of `x` with its samples in random order. */
  permutation(n: number): Int32Array;
  permutation<T extends Shuffled>(x: T): T;
  permutation(x: number | Shuffled): Shuffled {
    const length =
      typeof x === 'number'
        ? expectInteger('permutation', 'n', x, { min: 0, max: 0x7fffffff })
        : 'shape' in Object(x)
          ? (x as ArrayData).shape[0]
          : (x as ArrayLike<number>)?.length;
    if (typeof length !== 'number' || typeof x === 'string') {
      throw new Error(`permutation: expected a number, a list or { data, shape }, received ${formatValue(x)}.`);
    }
    const order = Int32Array.from({ length }, (_, i) => i);
    this.shuffle(order);
    if (typeof x === 'number') return order;
    if ('shape' in x) return takeRows(x, order);
    return ArrayBuffer.isView(x) ? takeRows({ data: x, shape: [length] }, order).data : Array.from(order, (i) => x[i]);
  }

  /** Marsaglia's polar method: pairs of draws, of which the second is kept for the next call. */
  #normalDraw(): number {
    const kept = this.#gauss;
    this.#gauss = undefined;
    if (kept !== undefined) return kept;
    for (;;) {
      const x1 = 2 * this.#bits.double() - 1;
      const x2 = 2 * this.#bits.double() - 1;
      const r2 = x1 * x1 + x2 * x2;
      if (r2 >= 1 || r2 === 0) continue;
      const f = Math.sqrt((-2 * Math.log(r2)) / r2);
      this.#gauss = f * x1;
      return f * x2;
    }
  }

  #draw(place: string, size: Size | undefined, next: () => number): number | ArrayData<Float64Array> {
    return size === undefined ? next() : this.#fill(place, typeof size === 'number' ? [size] : size, next);
  }

  #fill(place: string, shape: readonly number[], next: () => number): ArrayData<Float64Array> {
    for (const n of shape) expectInteger(place, 'every dimension', n, { min: 0 });
    const data = new Float64Array(shape.reduce((product, n) => product * n, 1));
    for (let i = 0; i < data.length; i++) data[i] = next();
    return { data, shape: [...shape] };
  }
}
