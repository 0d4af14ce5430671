import { ones, zeros, type Initializer } from '@sixstep/initializers';
import type { LayerOptions } from './layer.js';
import type { WeightParts } from './weight-parts.js';

/** Options of the normalizations that scale by gamma and shift by beta. */
export interface ScaleAndCenterOptions extends LayerOptions, WeightParts<'beta' | 'gamma'> {
  /** What is added to the variance. Default 1e-3. */
  readonly epsilon?: number | undefined;
  /** Whether beta is added. Default true. */
  readonly center?: boolean | undefined;
  /** Whether gamma multiplies. Default true. */
  readonly scale?: boolean | undefined;
}

/** Their defaults. */
export const scaleAndCenterDefaults = (): {
  epsilon: number;
  center: boolean;
  scale: boolean;
  betaInitializer: Initializer;
  gammaInitializer: Initializer;
} => ({ epsilon: 1e-3, center: true, scale: true, betaInitializer: zeros(), gammaInitializer: ones() });
