import type { Tensor } from '@tensorflow/tfjs-core';
import { expectInteger, expectNumber } from '@sixstep/parts';
import { checkCommonOptions, type CommonOptions } from '../common-options.js';
import { Driver } from '../driver.js';
import type { Optimizer } from '../optimizer.js';
import { chain } from '../transforms/chain.js';
import { orthogonalize } from '../transforms/orthogonalize.js';
import { partition } from '../transforms/partition.js';
import { scaleByAdam } from '../transforms/scale-by-adam.js';
import { scaleByLearningRate } from '../transforms/scale-by-learning-rate.js';
import { scaleBySide } from '../transforms/scale-by-side.js';
import { trace } from '../transforms/trace.js';

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
  const place = 'muon';
  const nullable = (option: 'adamWeightDecay' | 'rmsRate', fallback: number): number | null => {
    const value = options[option] === undefined ? fallback : options[option];
    return value === null ? null : expectNumber(place, option, value, { min: 0 });
  };
  const config = {
    adamBeta1: expectNumber(place, 'adamBeta1', options.adamBeta1 ?? 0.9, { min: 0, below: 1 }),
    adamBeta2: expectNumber(place, 'adamBeta2', options.adamBeta2 ?? 0.999, { min: 0, below: 1 }),
    adamWeightDecay: nullable('adamWeightDecay', 0.004),
    epsilon: expectNumber(place, 'epsilon', options.epsilon ?? 1e-7, { min: 0 }),
    adamLrRatio: expectNumber(place, 'adamLrRatio', options.adamLrRatio ?? 1, { min: 0 }),
    excludeLayers: options.excludeLayers ?? [],
    excludeEmbeddings: options.excludeEmbeddings ?? true,
    muonA: expectNumber(place, 'muonA', options.muonA ?? 3.4445),
    muonB: expectNumber(place, 'muonB', options.muonB ?? -4.775),
    muonC: expectNumber(place, 'muonC', options.muonC ?? 2.0315),
    momentum: expectNumber(place, 'momentum', options.momentum ?? 0.95, { min: 0, max: 1 }),
    nsSteps: expectInteger(place, 'nsSteps', options.nsSteps ?? 5, { min: 0 }),
    nesterov: options.nesterov ?? true,
    rmsRate: nullable('rmsRate', 0.2),
  };
  const isMatrixWeight = (name: string, variable: Tensor): boolean =>
    variable.rank === 2 &&
    !(config.excludeEmbeddings && name.toLowerCase().includes('embedding')) &&
    !config.excludeLayers.some((pattern) => new RegExp(pattern).test(name));
  const transforms = {
    muon: chain(
      trace({ decay: config.momentum, nesterov: config.nesterov }),
      orthogonalize({ steps: config.nsSteps, coefficients: [config.muonA, config.muonB, config.muonC] }),
      ...(config.rmsRate === null ? [] : [scaleBySide(config.rmsRate)]),
      scaleByLearningRate(),
    ),
    adam: chain(
      scaleByAdam({ beta1: config.adamBeta1, beta2: config.adamBeta2, epsilon: config.epsilon }),
      scaleByLearningRate({ adapt: (learningRate) => learningRate * config.adamLrRatio }),
    ),
  };
  const common = checkCommonOptions(place, options, { learningRate: 0.001, weightDecay: 0.004 });
  return new Driver(place, {
    className: 'Muon',
    config,
    common,
    transform: partition(transforms, (name, variable) => (isMatrixWeight(name, variable) ? 'muon' : 'adam')),
    slots: [['momentum', 'velocity']],
    weightDecayOf: (name, variable) => (isMatrixWeight(name, variable) ? common.weightDecay : config.adamWeightDecay),
  });
}
