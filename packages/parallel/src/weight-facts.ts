import type { AnyModel } from '@sixstep/model';
import type { WeightFacts } from './messages.js';

/** The weights as both sides must know them. */
export const factsOf = (model: AnyModel): readonly WeightFacts[] =>
  model.namedWeights().map(({ path, variable, trainable }) => {
    const { shape, dtype } = variable;
    return { path, shape, dtype, trainable };
  });
