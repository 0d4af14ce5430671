import { expectInteger, expectNumber, formatValue } from '@sixstep/parts';
import { reshape, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { Elementwise } from './elementwise.js';
import { momentsOf, positiveAxis, standardize } from './moments.js';
import { scaleAndCenterDefaults, type ScaleAndCenterOptions } from './scale-and-center.js';
import type { Shape } from './shape.js';
import { resolveWeightParts, weightOf } from './weight-parts.js';
import { withDefaults } from './with-defaults.js';

/** Options of `groupNormalization`. */
export interface GroupNormalizationOptions extends ScaleAndCenterOptions {
  /** Into how many groups the features fall; -1: each is its own (instance normalization). Default 32. */
  readonly groups?: number | undefined;
  /** Which dimension holds the features. Default -1. */
  readonly axis?: number | undefined;
}

/** The layer behind `groupNormalization`. */
export class GroupNormalization extends Elementwise {
  override readonly className: string = 'GroupNormalization';
  private readonly settings: GroupNormalizationOptions & {
    readonly axis: number;
    readonly groups: number;
    readonly epsilon: number;
  };
  private gamma: Variable | undefined;
  private beta: Variable | undefined;

  constructor(options: GroupNormalizationOptions = {}) {
    const resolved = resolveWeightParts('groupNormalization', options, ['beta', 'gamma']);
    const settings = withDefaults(resolved, { groups: 32, axis: -1, ...scaleAndCenterDefaults() });
    super(settings);
    expectNumber('groupNormalization', 'epsilon', settings.epsilon, { min: 0 });
    if (settings.groups !== -1 && !(Number.isInteger(settings.groups) && settings.groups > 0)) {
      throw new Error(
        `groupNormalization: expected groups to be an integer >= 1, or -1, received ${formatValue(settings.groups)}.`,
      );
    }
    this.settings = settings;
  }

  override build(inputShape: Shape): void {
    const { settings } = this;
    const axis = positiveAxis(this.name, settings.axis, inputShape.length);
    const features = expectInteger(this.name, `the input's size along axis ${settings.axis}`, inputShape[axis]);
    if (features % this.groupsOf(features) !== 0) {
      throw new Error(
        `${this.name}: expected the input's ${features} features to be divisible by groups, received ${settings.groups}.`,
      );
    }
    if (settings.scale === true) this.gamma = this.addWeight(weightOf(settings, 'gamma', [features]));
    if (settings.center === true) this.beta = this.addWeight(weightOf(settings, 'beta', [features]));
    this.inputSpec = { rank: inputShape.length, axes: { [axis]: features } };
  }

  private groupsOf(features: number): number {
    return this.settings.groups === -1 ? features : this.settings.groups;
  }

  override call(x: Tensor): Tensor {
    const axis = positiveAxis(this.name, this.settings.axis, x.rank);
    const size = (from: number, to?: number): number => x.shape.slice(from, to).reduce((product, n) => product * n, 1);
    const features = x.shape[axis]!;
    const groups = this.groupsOf(features);
    // Dimensions between the batch and the features, and those after them, count as one each.
    const grouped = reshape(x, [x.shape[0]!, size(1, axis), groups, features / groups, size(axis + 1)]);
    const spread = (v: Tensor | undefined): Tensor | undefined => v && reshape(v, [1, 1, groups, features / groups, 1]);
    const { centered, variance } = momentsOf(grouped, [1, 3, 4]);
    return reshape(
      standardize(centered, variance, this.settings.epsilon, spread(this.gamma), spread(this.beta)),
      x.shape,
    );
  }
}

/**
 * Makes the mean of each group of features 0 and its variance 1, for each sample apart.
 *
 * y = gamma (x - mean) / sqrt(variance + epsilon) + beta; mean and variance of a group, gamma and beta of a feature
 *
 * Wu and He 2018, "Group normalization".
 *
 * @throws Error if the groups do not divide the features
 */
export function groupNormalization(options: GroupNormalizationOptions = {}): GroupNormalization {
  return new GroupNormalization(options);
}
