import { dense, lstm as lstmLayer } from '@sixstep/layers';
import { Model, sequential } from '@sixstep/model';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Style } from './image-models.js';

/** The model written as a class. */
class RecurrentModel extends Model {
  private readonly rows = lstmLayer({ units: 128 });
  private readonly d1 = dense({ units: 10, activation: 'softmax' });

  override call(x: Tensor): Tensor {
    return this.d1.apply(this.rows.apply(x));
  }
}

/** Reads an image row by row, from top to bottom, and says what it was. */
export function lstm(style: Style): Model {
  if (style === 'class') return new RecurrentModel();
  return sequential([lstmLayer({ units: 128 }), dense({ units: 10, activation: 'softmax' })]);
}
