import { lineChart } from '@sixstep/plots';
import { exponentialDecay } from '@sixstep/schedules';
import type { Part } from '../lesson/part.js';
import { descendParabola, firstAndLastLines } from './descend-parabola.js';
import { drawDescent } from './draw-descent.js';

/** Learning rates that are not good. */
export function tooSmallOrLarge(): Part {
  const small = descendParabola(0.001);
  const large = descendParabola(0.999);
  const decay = descendParabola(exponentialDecay({ initialLearningRate: 0.2, decaySteps: 1, decayRate: 0.99 }));
  const w = (rows: typeof small): string => rows.at(-1)!.w.toFixed(6);
  return {
    id: 'too-small-too-large',
    title: { en: 'Too small, too large', zh: '过小与过大' },
    text: [
      {
        en: `With 0.001 the weight crawls: after 40 epochs it is still at ${w(small)}. With 0.999 every step leaps over the minimum to almost the same height on the other side: after 40 epochs it is at ${w(large)}.`,
        zh: `学习率 0.001 时参数几乎不动：40 轮后 w 仍为 ${w(small)}。学习率 0.999 时每一步都越过最低点，跳到对面几乎同样的高度：40 轮后 w 为 ${w(large)}，不收敛。`,
      },
    ],
    printed: [
      'Learning rate 0.001, too small:',
      firstAndLastLines(small, 3, 2),
      '',
      'Learning rate 0.999, too large:',
      firstAndLastLines(large, 3, 2),
    ].join('\n'),
    numbers: { small, large },
    figures: [
      {
        id: 'small-path',
        caption: {
          en: 'Too small: 40 steps, and the dots have hardly left the start.',
          zh: '过小：40 步之后，点几乎仍在起点。',
        },
        draw: (language) =>
          drawDescent({ language, name: 'lr = 0.001', rows: small, title: { en: 'Too small', zh: '学习率过小' } }),
      },
      {
        id: 'large-path',
        caption: {
          en: 'Too large, the first 6 steps: from side to side, always nearly as high as before.',
          zh: '过大（前 6 步）：在两侧来回跳，高度几乎不降。',
        },
        draw: (language) =>
          drawDescent({
            language,
            name: 'lr = 0.999',
            rows: large.slice(0, 6),
            title: { en: 'Too large', zh: '学习率过大' },
          }),
      },
      {
        id: 'learning-rates-w',
        caption: { en: 'w over the epochs for the three learning rates.', zh: '三种学习率下 w 随轮次的变化。' },
        draw: (language) => {
          const line = (rows: typeof small): { y: number[]; dots: true } => ({
            y: [5, ...rows.map((row) => row.w)],
            dots: true,
          });
          return lineChart({
            language,
            title: { en: 'The weight', zh: '参数 w' }[language],
            width: 560,
            height: 320,
            lines: { 'lr = 0.001': line(small), 'lr = 0.999': line(large), 'lr = 0.2 · 0.99ᵏ': line(decay) },
            xLabel: { en: 'epoch', zh: '轮次' }[language],
            yLabel: 'w',
          });
        },
      },
      {
        id: 'learning-rates-loss',
        caption: { en: 'The loss over the epochs, on a logarithmic axis.', zh: '损失随轮次的变化（对数坐标）。' },
        draw: (language) =>
          lineChart({
            language,
            title: { en: 'The loss', zh: '损失' }[language],
            width: 560,
            height: 320,
            log: 'y',
            lines: {
              'lr = 0.001': { y: small.map(({ loss }) => loss), dots: true },
              'lr = 0.999': { y: large.map(({ loss }) => loss), dots: true },
              'lr = 0.2 · 0.99ᵏ': { y: decay.map(({ loss }) => loss), dots: true },
            },
            xLabel: { en: 'epoch', zh: '轮次' }[language],
            yLabel: { en: 'loss', zh: '损失' }[language],
          }),
      },
    ],
  };
}
