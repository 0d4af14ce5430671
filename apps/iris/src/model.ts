import { dense, type Dense } from '@sixstep/layers';
import { Model, sequential } from '@sixstep/model';
import { l2 } from '@sixstep/regularizers';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Options } from './options.js';

/** The one layer of the model. */
const species = (): Dense => dense({ units: 3, activation: 'softmax', kernelRegularizer: l2() });

/** The model written as a class. */
class IrisModel extends Model {
  private readonly d1 = species();
  override call(x: Tensor): Tensor {
    return this.d1.apply(x);
  }
}

/** The model in the style that the user chose; both are the same. */
export function irisModel(style: Options['style']): Model {
  return style === 'class' ? new IrisModel() : sequential([species()]);
}
