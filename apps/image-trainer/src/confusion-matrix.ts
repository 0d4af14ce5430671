import type { Classified } from './classify.js';

/** How often an image of class `row` was taken for class `column`: `matrix[row][column]`. */
export function confusionMatrix({ classes, labels, predicted }: Omit<Classified, 'probabilities'>): number[][] {
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  predicted.forEach((column, i) => matrix[labels[i]!]![column]!++);
  return matrix;
}
