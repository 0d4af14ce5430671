import type { Tensor } from '@tensorflow/tfjs-core';
import { belowOne, fraction, integerFrom, notNegative, orNull } from '@sixstep/parts';
import type { CommonOptions } from '../common-options.js';
import { defineOptimizer } from '../define-optimizer.js';
import type { Optimizer } from '../optimizer.js';
import { chain } from '../transforms/chain.js';
import { orthogonalize } from '../transforms/orthogonalize.js';
import { partition } from '../transforms/partition.js';
import { scaleByAdam } from '../transforms/scale-by-adam.js';
import { scaleByLearningRate } from '../transforms/scale-by-learning-rate.js';
import { scaleBySide } from '../transforms/scale-by-side.js';
import { trace } from '../transforms/trace.js';
import { excludes } from '../weight-decay-exclusion.js';

export interface MuonOptions extends CommonOptions {
  /** Of the variables that Muon updates. Defaults to 0.004. */
  weightDecay?: number | null;
  /** Adam's beta1 for the other variables, in [0, 1). Defaults to 0.9. */
  adamBeta1?: number;
  /** Adam's beta2 for them, in [0, 1). Defaults to 0.999. */
  adamBeta2?: number;
  /** Their weight decay. Defaults to 0.004. */
  adamWeightDecay?: number | null;
  /** Adam's epsilon for them. Defaults to 1e-7. */
  epsilon?: number;
  /** What their learning rate is multiplied by. Defaults to 1. */
  adamLrRatio?: number;
  /** Regular expressions: matrices whose name one of them is found in are left to Adam. Defaults to none. */
  excludeLayers?: readonly (string | RegExp)[] | null;
  /** Whether to leave variables with `embedding` in their names to Adam. Defaults to true. */
  excludeEmbeddings?: boolean;
  /** The coefficients of the Newton-Schulz iteration. Default to 3.4445, -4.775 and 2.0315. */
  muonA?: number;
  muonB?: number;
  muonC?: number;
  /** Defaults to 0.95. */
  momentum?: number;
  /** How many steps of the Newton-Schulz iteration. Defaults to 5. */
  nsSteps?: number;
  /** Whether to look one step ahead. Defaults to true. */
  nesterov?: boolean;
  /** The root mean square of an update, about; null for updates as they come. Defaults to 0.2. */
  rmsRate?: number | null;
}

/**
 * Orthogonal updates for matrices, Adam (with `adam...`) for all other variables; r = 0.001 by default, m from 0:
 *
 *     m = momentum * m + g;  u = orthogonal(g + momentum * m), without nesterov orthogonal(m)
 *     w = w - r * rmsRate * sqrt(max(rows, columns)) * u
 *
 * Jordan et al. 2024; rmsRate: Liu et al. 2025. See `orthogonalize`.
 *
 * @throws Error if an option is out of its range
 */
export function muon(options: MuonOptions = {}): Optimizer {
  const defaults = {
    weightDecay: [0.004, orNull(notNegative)],
    adamBeta1: [0.9, belowOne],
    adamBeta2: [0.999, belowOne],
    adamWeightDecay: [0.004, orNull(notNegative)],
    epsilon: [1e-7, notNegative],
    adamLrRatio: [1, notNegative],
    excludeLayers: null,
    excludeEmbeddings: true,
    muonA: 3.4445,
    muonB: -4.775,
    muonC: 2.0315,
    momentum: [0.95, fraction],
    nsSteps: [5, integerFrom(0)],
    nesterov: true,
    rmsRate: [0.2, orNull(notNegative)],
  } as const;
  return defineOptimizer('muon', options, defaults, (config) => {
    const { adamBeta1: beta1, adamBeta2: beta2, epsilon, momentum, nesterov, rmsRate } = config;
    const isMatrixWeight = (name: string, variable: Tensor): boolean =>
      variable.rank === 2 &&
      !(config.excludeEmbeddings && name.toLowerCase().includes('embedding')) &&
      !excludes(config.excludeLayers, name);
    const transforms = {
      muon: chain(
        trace({ decay: momentum, nesterov }),
        orthogonalize({ steps: config.nsSteps, coefficients: [config.muonA, config.muonB, config.muonC] }),
        ...(rmsRate === null ? [] : [scaleBySide(rmsRate)]),
        scaleByLearningRate(),
      ),
      adam: chain(
        scaleByAdam({ beta1, beta2, epsilon }),
        scaleByLearningRate((learningRate) => learningRate * config.adamLrRatio),
      ),
    };
    return {
      transform: partition(transforms, (name, variable) => (isMatrixWeight(name, variable) ? 'muon' : 'adam')),
      weightDecayOf: (name, variable) => (isMatrixWeight(name, variable) ? config.weightDecay : config.adamWeightDecay),
    };
  });
}
