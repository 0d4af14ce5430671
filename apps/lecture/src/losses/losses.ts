import type { Section } from '../lesson/section.js';
import { crossEntropy } from './cross-entropy.js';
import { squaresOrCrossEntropy } from './squares-or-cross-entropy.js';

export const losses: Section = {
  id: 'losses',
  title: { en: 'Loss functions', zh: '损失函数' },
  experiments: [crossEntropy, squaresOrCrossEntropy],
};
