import { sigmoid } from '@sixstep/activations';
import { binaryCrossentropy, type Loss, meanSquaredError } from '@sixstep/losses';
import { sgd } from '@sixstep/optimizers';
import { lineChart } from '@sixstep/plots';
import { grad, onesLike, reshape, type Scalar, sum, type Tensor, tensor1d, variable } from '@tensorflow/tfjs-core';
import { gradientOf } from '../lesson/gradient-of.js';
import type { Part } from '../lesson/part.js';
import { short } from '../lesson/short.js';
import { table } from '../lesson/table.js';
import { valuesOf } from '../lesson/values-of.js';

const names = ['mean squared error', 'cross-entropy'] as const;
type Name = (typeof names)[number];

const losses: Readonly<Record<Name, Loss>> = {
  'mean squared error': meanSquaredError({ reduction: 'none' }),
  'cross-entropy': binaryCrossentropy({ reduction: 'none' }),
};
const marks = [-8, -4, -2, 0, 2, 4];
const steps = 300;

/** The loss of sigmoid(z) for each z, where the truth is 1. */
function lossOf(name: Name, z: Tensor): Tensor {
  const column = reshape(z, [-1, 1]);
  return losses[name](onesLike(column), sigmoid(column));
}

/** One weight z from -6: the probability of the truth after each step of gradient descent with learning rate 1. */
function learn(name: Name): number[] {
  const z = variable(tensor1d([-6]));
  const optimizer = sgd({ learningRate: 1 });
  const probabilities = [valuesOf(() => sigmoid(z))[0]!];
  for (let step = 0; step < steps; step++) {
    gradientOf(
      () => sum(lossOf(name, z)) as Scalar,
      [z],
      ([gradient]) => optimizer.apply({ z: gradient! }, { z }),
    );
    probabilities.push(valuesOf(() => sigmoid(z))[0]!);
  }
  optimizer.dispose();
  z.dispose();
  return probabilities;
}

/** Why classifiers do not learn by squares. */
export function squaresOrCrossEntropy(): Part {
  const slope = (name: Name, z: readonly number[]): number[] =>
    valuesOf(() => grad((at: Tensor) => sum(lossOf(name, at)))(tensor1d([...z])));
  const slopes = Object.fromEntries(names.map((name) => [name, slope(name, marks)])) as Record<Name, number[]>;
  const learned = Object.fromEntries(names.map((name) => [name, learn(name)])) as Record<Name, number[]>;
  const until = (name: Name): number | null => {
    const step = learned[name].findIndex((p) => p > 0.5);
    return step < 0 ? null : step;
  };
  const [squares, entropy] = names.map(until) as [number | null, number | null];
  const wait = {
    en: squares === null ? `not within ${steps} steps` : `after ${squares} steps`,
    zh: squares === null ? `${steps} 步内仍未做到` : `需要 ${squares} 步`,
  };
  const z = Array.from({ length: 161 }, (_, i) => -8 + i / 10);
  const shown = {
    en: { 'mean squared error': 'mean squared error', 'cross-entropy': 'cross-entropy' },
    zh: { 'mean squared error': '均方误差', 'cross-entropy': '交叉熵' },
  } as const;
  return {
    id: 'squares-or-cross-entropy',
    title: { en: 'Squares or cross-entropy', zh: '均方误差与交叉熵' },
    text: [
      {
        en: `A sigmoid unit should say 1. At z = −8 it says 0, sure and wrong; yet the slope of the squared error there is ${short(slopes['mean squared error'][0]!, 2)}, as sigmoid is flat. That of cross-entropy is ${short(slopes['cross-entropy'][0]!)}: p − 1, whatever z. From z = −6 with a learning rate of 1, cross-entropy gets beyond 0.5 after ${entropy} steps, the squared error ${wait.en}.`,
        zh: `sigmoid 神经元应输出 1。在 z = −8 处输出约为 0，错得很自信，但均方误差的斜率只有 ${short(slopes['mean squared error'][0]!, 2)}，因为 sigmoid 已饱和；交叉熵的斜率为 ${short(slopes['cross-entropy'][0]!)}，即 p − 1。从 z = −6 出发、学习率为 1，交叉熵 ${entropy} 步后超过 0.5，均方误差${wait.zh}。`,
      },
    ],
    printed: [
      'Slope of the loss by z, where the truth is 1 and the answer sigmoid(z)',
      table(
        ['z', ...marks.map(String)],
        names.map((name) => [name, ...slopes[name].map((value) => value.toFixed(6))]),
      ),
      '',
      'Probability of the truth after steps of SGD, learning rate 1',
      table(
        ['step', '0', '10', '50', '100', '200', '300'],
        names.map((name) => [name, ...[0, 10, 50, 100, 200, 300].map((step) => learned[name][step]!.toFixed(4))]),
      ),
    ].join('\n'),
    numbers: {
      z: marks,
      slopes,
      probabilities: learned,
      stepsToOneHalf: { 'mean squared error': squares, 'cross-entropy': entropy },
    },
    figures: [
      {
        id: 'squares-or-cross-entropy',
        caption: {
          en: 'Solid: the loss over z. Dashed: its slope. On the left, where the answer is wrong, the slope of the squared error is gone.',
          zh: '实线：损失；虚线：斜率。在左侧回答错误处，均方误差的斜率消失。',
        },
        draw: (language) =>
          lineChart({
            language,
            title: { en: 'Losses of sigmoid(z), truth 1', zh: 'sigmoid(z) 的损失，标准答案为 1' }[language],
            width: 560,
            height: 320,
            lines: Object.fromEntries(
              names.flatMap((name) => [
                [shown[language][name], { x: z, y: valuesOf(() => lossOf(name, tensor1d(z))), dots: false }],
                [`${shown[language][name]}′`, { x: z, y: slope(name, z), dots: false, dashed: true }],
              ]),
            ),
            yDomain: [-1.2, 4],
            xLabel: 'z',
            yLabel: { en: 'loss', zh: '损失' }[language],
          }),
      },
      {
        id: 'squares-or-cross-entropy-learning',
        caption: {
          en: 'The same start, the same learning rate: cross-entropy learns at once.',
          zh: '同样的起点与学习率：交叉熵立刻开始学习。',
        },
        draw: (language) =>
          lineChart({
            language,
            title: { en: 'Learning to say 1', zh: '学会输出 1' }[language],
            width: 560,
            height: 341,
            lines: Object.fromEntries(names.map((name) => [shown[language][name], { y: learned[name], dots: false }])),
            yDomain: [0, 1],
            xLabel: { en: 'step', zh: '步数' }[language],
            yLabel: 'p',
          }),
      },
    ],
  };
}
