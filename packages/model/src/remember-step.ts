import { tensor, tidy } from '@tensorflow/tfjs-core';
import type { AnyModel } from './model.js';

/**
 * Notes what a forward pass changes: the weights that are not trained, such as moving averages, and where the random
 * generators stand.
 *
 * @returns a function that puts it back
 */
export function rememberStep(model: AnyModel): () => void {
  const generators = Object.values(model.generators()).map((generator) => ({ generator, state: generator.state }));
  const weights = model.nonTrainableWeights.map((variable) => ({ variable, data: variable.dataSync() }));
  return () => {
    for (const { generator, state } of generators) generator.state = state;
    tidy(() => {
      for (const { variable, data } of weights) variable.assign(tensor(data, variable.shape, variable.dtype));
    });
  };
}
