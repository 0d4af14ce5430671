import { type Config, expectInteger, expectOneOf } from '@sixstep/parts';
import { drawSeed, Generator } from '@sixstep/random';
import { tensor } from '@tensorflow/tfjs-core';
import { expectShape } from './expect-shape.js';
import type { Initializer } from './initializer.js';

/** What every random initializer takes. */
export interface SeedOptions {
  /** An integer from 0 to 2^32 - 1. Without one, a seed is drawn when the initializer is made. */
  readonly seed?: number | null | undefined;
}

/** Draws the values of a weight; what it returns is called once per element, in row-major order. */
export type Draw = (generator: Generator, shape: readonly number[]) => () => number;

/**
 * An initializer whose values come from a stream that starts anew at each call: the same instance gives the same values
 * at each call, two instances without a seed give different ones, as in Keras.
 *
 * @param place the factory's name, for errors
 * @param className Keras' class
 * @param config all options, `seed` among them
 * @param draw makes the values
 */
export function randomInitializer<C extends Config & SeedOptions>(
  place: string,
  className: string,
  config: C,
  draw: Draw,
): Initializer {
  const hint = `Pass a number such as ${place}({ seed: 42 }), or none.`;
  const seed =
    config.seed == null ? drawSeed() : expectInteger(place, 'seed', config.seed, { min: 0, max: 0xffffffff, hint });
  const initialize: Initializer = (shape, dtype = 'float32') => {
    expectOneOf(place, 'dtype', dtype, ['float32']);
    const data = new Float32Array(expectShape(place, shape));
    const next = draw(new Generator(seed), shape);
    for (let i = 0; i < data.length; i++) data[i] = next();
    return tensor(data, [...shape], 'float32');
  };
  const renew = (): Initializer => randomInitializer(place, className, config, draw);
  return Object.assign(initialize, { className, config: { ...config, seed: config.seed ?? null }, renew });
}
