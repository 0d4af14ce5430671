import { learningRates, optimizerNames, type OptimizerChoice } from '../plane/plane-setup.js';
import { choiceField, numberField } from '../state/field.js';
import type { Schema } from '../state/schema.js';

export const imageDataNames = ['mnist', 'fashion-mnist'] as const;
export const imageModelNames = ['softmax', 'mlp', 'cnn'] as const;
export const imageBatchSizes = [32, 64, 128, 256] as const;
export type ImageDataName = (typeof imageDataNames)[number];
export type ImageModelName = (typeof imageModelNames)[number];

/** Everything that a training on images depends on. */
export interface ImageSetup {
  readonly data: ImageDataName;
  readonly model: ImageModelName;
  readonly optimizer: OptimizerChoice;
  readonly learningRate: number;
  readonly batchSize: number;
  /** How many of the training images are used. */
  readonly samples: number;
  readonly epochs: number;
  readonly seed: number;
}

export const imageSchema: Schema<ImageSetup> = {
  data: choiceField('mnist', imageDataNames),
  model: choiceField('mlp', imageModelNames),
  optimizer: choiceField('adam', optimizerNames),
  learningRate: choiceField<number>(0.001, learningRates),
  batchSize: choiceField<number>(32, imageBatchSizes),
  samples: numberField(60000, 1000, 60000, 100),
  epochs: numberField(3, 1, 30, 1),
  seed: numberField(1, 0, 9999, 1),
};
