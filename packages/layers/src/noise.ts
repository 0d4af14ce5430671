import { expectInteger, expectNumber } from '@sixstep/parts';
import { drawSeed, Generator } from '@sixstep/random';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { CallOptions } from './call-context.js';
import { Elementwise } from './elementwise.js';
import type { LayerOptions } from './layer.js';

/** Options of a layer that draws random numbers in training. */
export interface NoiseOptions extends LayerOptions {
  /** An integer from 0 to 2^32 - 1; the same seed gives the same draws. Drawn from the common stream if not given. */
  readonly seed?: number | null | undefined;
}

/** The generator for `seed`; without one it is seeded from the common stream. */
export function generatorFor(place: string, seed: number | null | undefined): Generator {
  return new Generator(seed == null ? drawSeed() : expectInteger(place, 'seed', seed, { min: 0, max: 0xffffffff }));
}

/** A layer that disturbs its input in training, and lets it pass otherwise. */
export abstract class Noise extends Elementwise {
  readonly generator: Generator;
  /** How strong the noise is; none at 0. */
  protected readonly strength: number;

  constructor(
    place: string,
    option: 'rate' | 'stddev',
    options: NoiseOptions & { readonly rate?: number; readonly stddev?: number },
  ) {
    super(options);
    this.strength = expectNumber(place, option, options[option], {
      min: 0,
      max: 1,
      hint: `Pass e.g. ${place}({ ${option}: 0.5 }).`,
    });
    this.generator = generatorFor(place, options.seed);
  }

  /** The disturbed input. */
  protected abstract disturb(x: Tensor): Tensor;

  override call(x: Tensor, { training }: CallOptions): Tensor {
    return training === true && this.strength > 0 ? this.disturb(x) : x;
  }
}
