import { expect, test } from '@jest/globals';
import { camelCase, snakeCase } from '@sixstep/formats';

test.each([
  ['from_logits', 'fromLogits'],
  ['sum_over_batch_size', 'sumOverBatchSize'],
  ['beta_1', 'beta1'],
  ['beta_2_decay', 'beta2Decay'],
  ['l2', 'l2'],
  ['SparseCategoricalCrossentropy', 'sparseCategoricalCrossentropy'],
  ['KLDivergence', 'klDivergence'],
  ['AUC', 'auc'],
  ['LSTM', 'lstm'],
  ['ELU', 'elu'],
  ['RMSprop', 'rmsprop'],
  ['RMSNormalization', 'rmsNormalization'],
  ['AdamW', 'adamW'],
  ['SGD', 'sgd'],
  ['F1Score', 'f1Score'],
  ['R2Score', 'r2Score'],
  ['FBetaScore', 'fBetaScore'],
  ['Conv2D', 'conv2d'],
  ['Conv2DTranspose', 'conv2dTranspose'],
  ['GlobalAveragePooling1D', 'globalAveragePooling1d'],
  ['UpSampling2D', 'upSampling2d'],
  ['val_side_accuracy', 'valSideAccuracy'],
  ['glorotUniform', 'glorotUniform'],
])('%s is %s', (keras, ours) => {
  expect(camelCase(keras)).toBe(ours);
});

test.each([
  ['fromLogits', 'from_logits'],
  ['beta1', 'beta_1'],
  ['sparseYTrue', 'sparse_y_true'],
  ['oneHotIoU', 'one_hot_io_u'],
  ['l1RegularizationStrength', 'l1_regularization_strength'],
])('%s is %s in Keras', (ours, keras) => {
  expect(snakeCase(ours)).toBe(keras);
  expect(camelCase(keras)).toBe(ours);
});
