export { type CommonOptions } from './common-options.js';
export { type Fused, type FusedStep } from './fused.js';
export { optimizer, type MakeOptimizerOptions } from './make-optimizer.js';
export { mapTensors } from './map-tensors.js';
export { type Optimizer, type OptimizerState, type Schedule, type Tensors, type Variables } from './optimizer.js';
export { getOptimizer } from './get-optimizer.js';
export { type OptimizerName, type Optimizers, optimizers } from './optimizers.js';
export { adadelta, type AdadeltaOptions } from './optimizers/adadelta.js';
export { adafactor, type AdafactorOptions } from './optimizers/adafactor.js';
export { adagrad, type AdagradOptions } from './optimizers/adagrad.js';
export { type BetaOptions } from './optimizers/adam-options.js';
export { adam, type AdamOptions } from './optimizers/adam.js';
export { adamax, type AdamaxOptions } from './optimizers/adamax.js';
export { adamW, type AdamWOptions } from './optimizers/adam-w.js';
export { ftrl, type FtrlOptions } from './optimizers/ftrl.js';
export { lamb, type LambOptions } from './optimizers/lamb.js';
export { lion, type LionOptions } from './optimizers/lion.js';
export { muon, type MuonOptions } from './optimizers/muon.js';
export { nadam, type NadamOptions } from './optimizers/nadam.js';
export { rmsprop, type RmspropOptions } from './optimizers/rmsprop.js';
export { scheduleFreeAdamW, type ScheduleFreeAdamWOptions } from './optimizers/schedule-free-adam-w.js';
export { sgd, type SgdOptions } from './optimizers/sgd.js';
export { setSlots, type Slot, slots } from './slots.js';
export { mapState, type MappedState } from './state.js';
export { type Context, type Stateless, type Transform, type Transformed } from './transform.js';
export { addDecayedWeights } from './transforms/add-decayed-weights.js';
export { chain, type ChainState } from './transforms/chain.js';
export { clipByGlobalNorm } from './transforms/clip-by-global-norm.js';
export { clipByNorm } from './transforms/clip-by-norm.js';
export { clipByRms } from './transforms/clip-by-rms.js';
export { clipByValue } from './transforms/clip-by-value.js';
export {
  followRegularizedLeader,
  type FollowRegularizedLeaderOptions,
  type FollowRegularizedLeaderState,
} from './transforms/follow-regularized-leader.js';
export { orthogonalize, type OrthogonalizeOptions } from './transforms/orthogonalize.js';
export { partition } from './transforms/partition.js';
export { scale } from './transforms/scale.js';
export {
  scaleByAdadelta,
  type ScaleByAdadeltaOptions,
  type ScaleByAdadeltaState,
} from './transforms/scale-by-adadelta.js';
export { scaleByAdam, type ScaleByAdamOptions, type ScaleByAdamState } from './transforms/scale-by-adam.js';
export { scaleByAdamax, type ScaleByAdamaxOptions, type ScaleByAdamaxState } from './transforms/scale-by-adamax.js';
export {
  scaleByFactoredRms,
  type ScaleByFactoredRmsOptions,
  type ScaleByFactoredRmsState,
} from './transforms/scale-by-factored-rms.js';
export { scaleByLearningRate } from './transforms/scale-by-learning-rate.js';
export { scaleByLion, type ScaleByLionOptions, type ScaleByLionState } from './transforms/scale-by-lion.js';
export { scaleByNadam, type ScaleByNadamOptions, type ScaleByNadamState } from './transforms/scale-by-nadam.js';
export { scaleByParamRms } from './transforms/scale-by-param-rms.js';
export { scaleByRms, type ScaleByRmsOptions, type ScaleByRmsState } from './transforms/scale-by-rms.js';
export { scaleByRss, type ScaleByRssOptions, type ScaleByRssState } from './transforms/scale-by-rss.js';
export { scaleBySide } from './transforms/scale-by-side.js';
export { scaleByTrustRatio } from './transforms/scale-by-trust-ratio.js';
export { scheduleFree, type ScheduleFreeOptions, type ScheduleFreeState } from './transforms/schedule-free.js';
export { stateless } from './transforms/stateless.js';
export { trace, type TraceOptions, type TraceState } from './transforms/trace.js';
export { type WeightDecayExclusion } from './weight-decay-exclusion.js';
