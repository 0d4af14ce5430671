import { add } from '@tensorflow/tfjs-core';
import { RecurrentCell, type CellOptions, type Pass } from './recurrent-cell.js';

/** Options of `simpleRNNCell`. */
export type SimpleRNNCellOptions = CellOptions;

/** The layer behind `simpleRNNCell`. */
export class SimpleRNNCell extends RecurrentCell {
  override readonly className: string = 'SimpleRNNCell';

  constructor(options: SimpleRNNCellOptions, place = 'simpleRNNCell') {
    super(place, 1, options);
  }

  override get stateSizes(): readonly number[] {
    return [this.units];
  }

  override begin(batch: number, features: number, training: boolean): Pass {
    const masks = this.dropoutMasks([batch, this.units], this.settings.recurrentDropout, training);
    const recur = this.recurrence(0, 1, masks);
    return {
      project: this.projection(batch, features, training, this.bias),
      step: (projected, [h]) => [this.activation(add(projected, recur(h!)))],
    };
  }
}

/**
 * One step of `simpleRNN`: [x, h] -> [h'], h' = activation(x kernel + h recurrentKernel + bias).
 *
 * @throws Error if `units` is not a positive integer
 */
export function simpleRNNCell(options: SimpleRNNCellOptions): SimpleRNNCell {
  return new SimpleRNNCell(options);
}
