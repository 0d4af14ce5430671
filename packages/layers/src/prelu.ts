import { zeros } from '@sixstep/initializers';
import { expectInteger } from '@sixstep/parts';
import { mul, neg, relu, sub, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { Elementwise } from './elementwise.js';
import type { LayerOptions } from './layer.js';
import type { Shape } from './shape.js';
import { resolveWeightParts, weightOf, type WeightParts } from './weight-parts.js';
import { withDefaults } from './with-defaults.js';

/** Options of `prelu`. */
export interface PReLUOptions extends LayerOptions, WeightParts<'alpha'> {
  /** Dimensions (from 1: the batch is 0) along which one alpha serves for all. Default: none. */
  readonly sharedAxes?: number | readonly number[] | null | undefined;
}

/** The layer behind `prelu`. */
export class PReLU extends Elementwise {
  override readonly className: string = 'PReLU';
  private readonly settings: PReLUOptions;
  private readonly sharedAxes: readonly number[];
  private alpha!: Variable;

  constructor(options: PReLUOptions = {}) {
    const settings = withDefaults(resolveWeightParts('prelu', options, ['alpha']), { alphaInitializer: zeros() });
    super(settings);
    this.settings = settings;
    const axes = options.sharedAxes ?? [];
    this.sharedAxes = typeof axes === 'number' ? [axes] : axes;
    for (const axis of this.sharedAxes) expectInteger('prelu', 'each of sharedAxes', axis);
  }

  override build(inputShape: Shape): void {
    const shape = inputShape
      .slice(1)
      .map((size, i) =>
        this.sharedAxes.includes(i + 1) ? 1 : expectInteger(this.name, `the input's size along axis ${i + 1}`, size),
      );
    this.alpha = this.addWeight(weightOf(this.settings, 'alpha', shape));
    const axes = shape.flatMap((size, i) => (this.sharedAxes.includes(i + 1) ? [] : [[i + 1, size]]));
    this.inputSpec = { rank: inputShape.length, axes: Object.fromEntries(axes) as Record<number, number> };
  }

  override call(x: Tensor): Tensor {
    return sub(relu(x), mul(this.alpha, relu(neg(x))));
  }
}

/**
 * Rectified linear unit whose slope below 0 is learned.
 *
 * y = x if x > 0, else alpha x, alpha of the shape of a sample (1 along `sharedAxes`)
 *
 * He et al. 2015, "Delving deep into rectifiers".
 */
export function prelu(options: PReLUOptions = {}): PReLU {
  return new PReLU(options);
}
