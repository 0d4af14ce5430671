import type { Layer } from '@sixstep/layers';
import { dense, dropout } from '@sixstep/layers';
import { type History, type Model, sequential } from '@sixstep/model';
import { adam, type Schedule } from '@sixstep/optimizers';
import { setRandomSeed } from '@sixstep/random';
import type { Regularizer } from '@sixstep/regularizers';
import type { Dots } from './make-dots.js';

/** How a classifier of dots is made and trained. */
export interface ClassifierOptions {
  readonly seed: number;
  /** Units of the hidden layers. */
  readonly hidden: readonly number[];
  readonly epochs: number;
  readonly learningRate?: number | Schedule;
  readonly penalty?: Regularizer;
  /** Share of units to drop after each hidden layer. */
  readonly rate?: number;
  readonly train: Dots;
  readonly test: Dots;
  readonly validationFreq?: number;
}

/** A trained classifier, and its figures at the end. */
export interface Classifier {
  readonly model: Model;
  readonly history: History;
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
  readonly testLoss: number;
}

/** Trains relu layers with a sigmoid on top. */
export async function classifier(options: ClassifierOptions): Promise<Classifier> {
  const { seed, hidden, epochs, learningRate = 0.01, penalty, rate = 0, train, test, validationFreq = 10 } = options;
  setRandomSeed(seed);
  const kernel = penalty && { kernelRegularizer: penalty };
  const layers = hidden.flatMap((units): Layer[] => [
    dense({ units, activation: 'relu', ...kernel }),
    ...(rate > 0 ? [dropout({ rate })] : []),
  ]);
  const model = sequential([...layers, dense({ units: 1, activation: 'sigmoid', ...kernel })]);
  model.compile({ optimizer: adam({ learningRate }), loss: 'binaryCrossentropy', metrics: ['binaryAccuracy'] });
  const history = await model.fit(train.x, train.y, {
    batchSize: 50,
    epochs,
    validationData: [test.x, test.y],
    validationBatchSize: 1000,
    validationFreq,
  });
  const onTrain = await model.evaluate(train.x, train.y, { batchSize: 1000 });
  const onTest = await model.evaluate(test.x, test.y, { batchSize: 1000 });
  return {
    model,
    history,
    trainAccuracy: onTrain['binaryAccuracy']!,
    testAccuracy: onTest['binaryAccuracy']!,
    testLoss: onTest['loss']!,
  };
}
