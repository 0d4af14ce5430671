import { expectOneOf } from '@sixstep/parts';
import { reshape, transpose, type Tensor } from '@tensorflow/tfjs-core';
import { Layer, type LayerOptions } from './layer.js';
import type { Shape } from './shape.js';
import type { SpatialOptions } from './spatial.js';

/** The layer behind `flatten`. */
export class Flatten extends Layer {
  override readonly className: string = 'Flatten';
  private readonly channelsFirst: boolean;

  constructor(options: SpatialOptions = {}) {
    const dataFormat = expectOneOf('flatten', 'dataFormat', options.dataFormat ?? 'channelsLast', [
      'channelsLast',
      'channelsFirst',
    ]);
    super({ ...options, dataFormat } as LayerOptions);
    this.channelsFirst = dataFormat === 'channelsFirst';
    this.inputSpec = { minRank: 1 };
  }

  override call(x: Tensor): Tensor {
    const [batch = 0, ...sample] = x.shape;
    const last = this.channelsFirst && x.rank > 2 ? transpose(x, [0, ...sample.slice(1).map((_, i) => i + 2), 1]) : x;
    return reshape(last, [batch, sample.reduce((size, n) => size * n, 1)]);
  }

  override computeOutputShape([batch = null, ...sample]: Shape): Shape {
    return [batch, sample.includes(null) ? null : (sample as number[]).reduce((size, n) => size * n, 1)];
  }
}

/**
 * Makes a vector of each sample.
 *
 * x: [batch, a, b, ...] -> y: [batch, a b ...]; with `dataFormat: 'channelsFirst'` the channels are moved to the end first.
 */
export function flatten(options: SpatialOptions = {}): Flatten {
  return new Flatten(options);
}
