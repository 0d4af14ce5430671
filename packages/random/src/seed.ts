import { expectInteger } from '@sixstep/parts';
import { Generator } from './generator.js';

let stream: Generator | undefined;

/**
 * Seeds everything random that is given no seed of its own: initializers, dropout, shuffling.
 * Call it once before the model is made; the same seed then gives the same bits. `keras.utils.set_random_seed`.
 *
 * @param seed an integer from 0 to 2^32 - 1
 * @throws Error if it is not
 */
export function setRandomSeed(seed: number): void {
  const hint = 'Pass a number such as setRandomSeed(42).';
  stream = new Generator(expectInteger('setRandomSeed', 'seed', seed, { min: 0, max: 0xffffffff, hint }));
}

/** The next seed of the common stream; without `setRandomSeed` the stream starts at a random place. */
export function drawSeed(): number {
  stream ??= new Generator(Math.floor(Math.random() * 2 ** 32));
  return stream.uint32();
}
