import { softmax } from '@sixstep/activations';
import { categoricalCrossentropy } from '@sixstep/losses';
import { lineChart } from '@sixstep/plots';
import { tensor2d } from '@tensorflow/tfjs-core';
import type { Part } from '../lesson/part.js';
import { table } from '../lesson/table.js';
import { valuesOf } from '../lesson/values-of.js';

const answers: [number, number][] = [
  [0.6, 0.4],
  [0.8, 0.2],
];
const truths = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, 0, 0],
  [0, 1, 0],
];
const logits = [
  [12, 3, 2],
  [3, 10, 1],
  [1, 2, 5],
  [4, 6.5, 1.2],
  [3, 6, 1],
];

/** The lecture's two answers and five rows of logits. */
export function crossEntropy(): Part {
  const each = categoricalCrossentropy({ reduction: 'none' });
  const two = answers.map((answer) => valuesOf(() => each(tensor2d([[1, 0]]), tensor2d([answer])))[0]!);
  // Read out and put in again: the loss shall not know the logits that the probabilities came from.
  const probabilities = valuesOf(() => softmax(tensor2d(logits)));
  const apart = valuesOf(() => each(tensor2d(truths), tensor2d(probabilities, [5, 3])));
  const inOne = categoricalCrossentropy({ reduction: 'none', fromLogits: true });
  const fused = valuesOf(() => inOne(tensor2d(truths), tensor2d(logits)));
  const [worse, better] = two as [number, number];
  return {
    id: 'cross-entropy',
    title: { en: 'Cross-entropy, apart from softmax and in one', zh: '交叉熵：与 softmax 分开算和合并算' },
    text: [
      {
        en: `The truth is (1, 0). Which answer is nearer, (0.6, 0.4) or (0.8, 0.2)? Cross-entropy −Σ y ln p says: ${worse.toFixed(3)} and ${better.toFixed(3)}, so the second one.`,
        zh: `标准答案为 (1, 0)。(0.6, 0.4) 与 (0.8, 0.2) 哪个更接近？交叉熵 −Σ y ln p 为 ${worse.toFixed(3)} 与 ${better.toFixed(3)}，第二个更接近。`,
      },
      {
        en: 'Softmax and cross-entropy may be computed one after the other or from the logits in one; the five values are the same. In one is safer: no probability is rounded to 0 or 1 in between.',
        zh: 'softmax 与交叉熵可以分步计算，也可以直接由 logits 一步算出，五个值相同。合并计算更稳妥：中间不会有概率被舍入为 0 或 1。',
      },
    ],
    printed: [
      table(
        ['truth (1, 0), answer', 'cross-entropy'],
        answers.map((answer, i) => [`(${answer.join(', ')})`, two[i]!.toPrecision(8)]),
      ),
      '',
      table(
        ['logits', 'truth', 'apart', 'in one'],
        logits.map((row, i) => [
          `(${row.join(', ')})`,
          `(${truths[i]!.join(', ')})`,
          apart[i]!.toExponential(8),
          fused[i]!.toExponential(8),
        ]),
      ),
    ].join('\n'),
    numbers: { answers, two, truths, logits, apart, fused },
    figures: [
      {
        id: 'cross-entropy',
        caption: {
          en: 'Cross-entropy over the probability that the true class gets. A sure and wrong answer costs any amount.',
          zh: '交叉熵随真实类别所得概率的变化。自信而错误的回答代价可以任意大。',
        },
        draw: (language) => {
          const p = Array.from({ length: 200 }, (_, i) => (i + 1) / 200);
          const pairs = p.map((value): [number, number] => [value, 1 - value]);
          const y = valuesOf(() => each(tensor2d(p.map(() => [1, 0])), tensor2d(pairs)));
          return lineChart({
            language,
            title: { en: 'Cross-entropy', zh: '交叉熵' }[language],
            width: 560,
            height: 320,
            lines: {
              '−ln p': { x: p, y, dots: false },
              '0.6 → 0.511': { x: [0.6], y: [worse] },
              '0.8 → 0.223': { x: [0.8], y: [better] },
            },
            xLabel: { en: 'probability of the true class', zh: '真实类别的概率' }[language],
            yLabel: { en: 'loss', zh: '损失' }[language],
          });
        },
      },
    ],
  };
}
