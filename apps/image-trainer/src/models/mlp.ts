import { dense, flatten } from '@sixstep/layers';
import { Model, sequential } from '@sixstep/model';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Style } from './image-models.js';

/** The model written as a class. */
class MnistModel extends Model {
  private readonly flatten = flatten();
  private readonly d1 = dense({ units: 128, activation: 'relu' });
  private readonly d2 = dense({ units: 10, activation: 'softmax' });

  override call(x: Tensor): Tensor {
    return this.d2.apply(this.d1.apply(this.flatten.apply(x)));
  }
}

/** The lecture's model: all pixels into 128 units, these into 10 classes; 101,770 parameters for 28x28. */
export function mlp(style: Style): Model {
  if (style === 'class') return new MnistModel();
  return sequential([
    flatten(),
    dense({ units: 128, activation: 'relu' }),
    dense({ units: 10, activation: 'softmax' }),
  ]);
}
