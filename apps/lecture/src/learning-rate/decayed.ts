import { lineChart } from '@sixstep/plots';
import { exponentialDecay } from '@sixstep/schedules';
import type { Part } from '../lesson/part.js';
import { descendParabola, descentLine } from './descend-parabola.js';
import { drawDescent } from './draw-descent.js';

/** The demonstration of exponential decay: 40 rows. */
export function decayed(): Part {
  const rows = descendParabola(exponentialDecay({ initialLearningRate: 0.2, decaySteps: 1, decayRate: 0.99 }));
  return {
    id: 'exponential-decay',
    title: { en: 'A learning rate that decays', zh: '指数衰减学习率' },
    text: [
      {
        en: 'The loss is (w + 1)², so the best w is −1. We start at w = 5 with a learning rate of 0.2 and multiply it by 0.99 after every epoch: big steps first, fine ones in the end.',
        zh: '损失为 (w + 1)²，最优值是 w = −1。从 w = 5 出发，学习率从 0.2 开始，每轮乘以 0.99：先大步走，后小步走。',
      },
    ],
    printed: rows.map(descentLine).join('\n'),
    numbers: { rows },
    figures: [
      {
        id: 'decay-path',
        caption: {
          en: 'Every dot is a value of w. After ten epochs there is hardly anything left to do.',
          zh: '每个点是 w 的一个取值，十轮之后已基本到达最低点。',
        },
        draw: (language) =>
          drawDescent({
            language,
            name: 'lr = 0.2 · 0.99ᵏ',
            rows,
            title: { en: 'Decayed', zh: '指数衰减' },
          }),
      },
      {
        id: 'decay-rate',
        caption: { en: 'The learning rate of each epoch.', zh: '每一轮的学习率。' },
        draw: (language) =>
          lineChart({
            language,
            title: { en: 'Learning rate', zh: '学习率' }[language],
            width: 560,
            height: 320,
            lines: { 'lr = 0.2 · 0.99ᵏ': { y: rows.map(({ lr }) => lr) } },
            yDomain: [0, 0.21],
            xLabel: { en: 'epoch', zh: '轮次' }[language],
            yLabel: { en: 'learning rate', zh: '学习率' }[language],
          }),
      },
    ],
  };
}
