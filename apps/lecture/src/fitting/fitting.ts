import type { Section } from '../lesson/section.js';
import { classification } from './classification.js';
import { dropped } from './dropped.js';
import { penalties } from './penalties.js';
import { regression } from './regression.js';

export const fitting: Section = {
  id: 'fitting',
  title: { en: 'Underfitting and overfitting', zh: '欠拟合与过拟合' },
  experiments: [regression, classification, penalties, dropped],
};
