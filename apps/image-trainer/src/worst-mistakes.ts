import type { Classified } from './classify.js';

/** An image that was taken for another class. */
export interface Mistake {
  readonly index: number;
  readonly truth: number;
  readonly predicted: number;
  /** What the model gave the wrong class. */
  readonly probability: number;
}

/** The mistakes with the highest loss: those where the model thought the truth least likely. The worst comes first. */
export function worstMistakes({ probabilities, classes, labels, predicted }: Classified, count: number): Mistake[] {
  const ofTruth = (index: number): number => probabilities[index * classes + labels[index]!]!;
  return Array.from(predicted.keys())
    .filter((index) => predicted[index] !== labels[index])
    .sort((a, b) => ofTruth(a) - ofTruth(b) || a - b)
    .slice(0, count)
    .map((index) => ({
      index,
      truth: labels[index]!,
      predicted: predicted[index]!,
      probability: probabilities[index * classes + predicted[index]!]!,
    }));
}
