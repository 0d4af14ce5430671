import type { Section } from '../lesson/section.js';
import { onDigits } from './on-digits.js';
import { paths } from './paths.js';
import { surfaces } from './surfaces.js';

export const optimizers: Section = {
  id: 'optimizers',
  title: { en: 'Optimizers', zh: '优化器' },
  experiments: [...surfaces.map(paths), onDigits],
};
