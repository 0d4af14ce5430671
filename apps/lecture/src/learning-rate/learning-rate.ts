import type { Section } from '../lesson/section.js';
import { decayed } from './decayed.js';
import { tooSmallOrLarge } from './too-small-or-large.js';

export const learningRate: Section = {
  id: 'learning-rate',
  title: { en: 'Learning rate', zh: '学习率' },
  experiments: [decayed, tooSmallOrLarge],
};
