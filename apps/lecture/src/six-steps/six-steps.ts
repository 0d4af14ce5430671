import type { Section } from '../lesson/section.js';
import { digitSteps } from './digit-steps.js';
import { irisSteps } from './iris-steps.js';

export const sixSteps: Section = {
  id: 'six-steps',
  title: { en: 'Six steps to a trained network', zh: '六步法搭建神经网络' },
  experiments: [irisSteps, digitSteps],
};
