import { expectOneOf } from '@sixstep/parts';
import { Layer, type LayerOptions } from './layer.js';
import type { Shape } from './shape.js';
import type { SpatialOptions } from './spatial.js';

/** Options of the global pooling layers. */
export interface GlobalPoolingOptions extends SpatialOptions {
  /** Whether the pooled dimensions stay, with size 1. Default false. */
  readonly keepdims?: boolean | undefined;
}

/** What the global pooling layers have in common. */
export abstract class GlobalPooling extends Layer {
  protected readonly keepdims: boolean;
  /** The dimensions to pool over. */
  protected readonly axes: number[];

  constructor(place: string, rank: 1 | 2, options: GlobalPoolingOptions) {
    const { dataFormat = 'channelsLast', keepdims = false } = options;
    super({ ...options, dataFormat, keepdims } as LayerOptions);
    expectOneOf(place, 'dataFormat', dataFormat, ['channelsLast', 'channelsFirst']);
    const first = dataFormat === 'channelsFirst' ? 2 : 1;
    this.keepdims = keepdims;
    this.axes = rank === 1 ? [first] : [first, first + 1];
    this.inputSpec = { rank: rank + 2 };
  }

  override computeOutputShape(inputShape: Shape): Shape {
    const pooled = inputShape.map((size, axis) => (this.axes.includes(axis) ? 1 : size));
    return this.keepdims ? pooled : pooled.filter((_, axis) => !this.axes.includes(axis));
  }
}
