import { adadelta, adagrad, adam, nadam, type Optimizer, rmsprop, sgd } from '@sixstep/optimizers';

/** The optimizers of the lecture by name, for a learning rate. */
export const candidates = {
  SGD: (learningRate: number): Optimizer => sgd({ learningRate }),
  SGDM: (learningRate: number): Optimizer => sgd({ learningRate, momentum: 0.9 }),
  NAG: (learningRate: number): Optimizer => sgd({ learningRate, momentum: 0.9, nesterov: true }),
  // From V = 0, as in the paper; Keras starts from 0.1.
  AdaGrad: (learningRate: number): Optimizer => adagrad({ learningRate, initialAccumulatorValue: 0 }),
  // With Keras' epsilon of 1e-7 the first steps are too small to be seen.
  AdaDelta: (learningRate: number): Optimizer => adadelta({ learningRate, epsilon: 1e-3 }),
  RMSProp: (learningRate: number): Optimizer => rmsprop({ learningRate }),
  Adam: (learningRate: number): Optimizer => adam({ learningRate }),
  Nadam: (learningRate: number): Optimizer => nadam({ learningRate }),
} as const;

export type Candidate = keyof typeof candidates;

/** The learning rate of each. */
export type Rates = Readonly<Record<Candidate, number>>;

export const candidateNames: readonly Candidate[] = Object.keys(candidates) as Candidate[];
