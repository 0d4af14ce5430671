import type { Described } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * How the losses of the samples become one number: their mean over all elements (`'mean'` is the same), their sum, their
 * mean weighted by `sampleWeight`, or not at all. Keras' `reduction`.
 */
export type Reduction = 'sumOverBatchSize' | 'mean' | 'sum' | 'meanWithSampleWeight' | 'none';

/**
 * (yTrue, yPred, sampleWeight?) -> loss; a scalar unless the reduction is `'none'`. A user's own function serves
 * wherever a loss is expected; ours also say what they are.
 */
export type Loss = ((yTrue: Tensor, yPred: Tensor, sampleWeight?: Tensor) => Tensor) & Partial<Described>;
