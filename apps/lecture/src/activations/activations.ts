import type { Section } from '../lesson/section.js';
import { activationSpread } from './activation-spread.js';
import { deadRelu } from './dead-relu.js';
import { shapes } from './shapes.js';
import { standardized } from './standardized.js';
import { vanishingGradient } from './vanishing-gradient.js';

export const activations: Section = {
  id: 'activations',
  title: { en: 'Activation functions', zh: '激活函数' },
  experiments: [shapes, vanishingGradient, deadRelu, standardized, activationSpread],
};
