import { type Activation, leakyRelu, relu, sigmoid, softmax, tanh } from '@sixstep/activations';
import { activationPlot, lineChart } from '@sixstep/plots';
import { gather, grad, stack, sum, type Tensor, tensor1d, tensor2d, zerosLike } from '@tensorflow/tfjs-core';
import type { Figure, Part } from '../lesson/part.js';
import { table } from '../lesson/table.js';
import { valuesOf } from '../lesson/values-of.js';

const elementwise: Readonly<Record<string, Activation>> = {
  sigmoid,
  tanh,
  relu,
  'leaky relu': (x) => leakyRelu(x),
};
/** The first of three softmax outputs over its own logit, the others at 0. */
const softmaxOfOne = (x: Tensor): Tensor => gather(softmax(stack([x, zerosLike(x), zerosLike(x)], 1)), 0, 1);
const at = [-6, -2, -1, -0.5, 0.5, 1, 2, 6];
const logits = [2, 1, 0.1];

/** The activations, and their derivatives by automatic differentiation. */
export function shapes(): Part {
  const functions = Object.entries({ ...elementwise, softmax: softmaxOfOne });
  const rows = functions.map(([name, f]) => ({
    name,
    values: valuesOf(() => f(tensor1d(at))),
    slopes: valuesOf(() => grad(f)(tensor1d(at))),
  }));
  const steepest = Object.fromEntries(
    functions.map(([name, f]) => [
      name,
      Math.max(...valuesOf(() => grad(f)(tensor1d(Array.from({ length: 1200 }, (_, i) => (i - 599.5) / 100))))),
    ]),
  );
  const probabilities = valuesOf(() => softmax(tensor2d([logits])));
  const jacobian = logits.map((_, i) =>
    valuesOf(() => grad((x: Tensor) => sum(gather(softmax(x), [i], 1)))(tensor2d([logits]))),
  );
  const short = (values: readonly number[]): string[] => values.map((value) => value.toFixed(4));
  return {
    id: 'shapes',
    title: { en: 'Five activations and their derivatives', zh: '五种激活函数及其导数' },
    text: [
      {
        en: `The derivatives are not typed in: they come out of automatic differentiation. The greatest slope of sigmoid is ${steepest['sigmoid']!.toFixed(2)}, that of tanh ${steepest['tanh']!.toFixed(2)}; both go to 0 on both sides. Relu has slope 1 on the right and 0 on the left, leaky relu keeps a slope of 0.2 there.`,
        zh: `导数不是写进去的公式，而是由自动微分得到。sigmoid 的最大斜率为 ${steepest['sigmoid']!.toFixed(2)}，tanh 为 ${steepest['tanh']!.toFixed(2)}，两者在两侧都趋于 0。relu 右侧斜率为 1，左侧为 0；leaky relu 左侧保留 0.2 的斜率。`,
      },
      {
        en: `Softmax turns logits into probabilities: (${logits.join(', ')}) becomes (${short(probabilities).join(', ')}), which sum to 1. Its picture shows one of three outputs over its own logit, the two others at 0.`,
        zh: `softmax 把 logits 变为概率：(${logits.join(', ')}) 变为 (${short(probabilities).join(', ')})，和为 1。图中画出三个输出之一随自身 logit 的变化，另外两个 logit 固定为 0。`,
      },
    ],
    printed: [
      'f(x)',
      table(
        ['x', ...at.map(String)],
        rows.map(({ name, values }) => [name, ...short(values)]),
      ),
      '',
      "f'(x), by automatic differentiation",
      table(
        ['x', ...at.map(String)],
        rows.map(({ name, slopes }) => [name, ...short(slopes)]),
      ),
      '',
      `Greatest slope: ${Object.entries(steepest)
        .map(([name, slope]) => `${name} ${slope.toFixed(4)}`)
        .join(', ')}`,
      '',
      `softmax(${logits.join(', ')}) = ${short(probabilities).join(' ')}, and how each output changes with each logit:`,
      ...jacobian.map((row) => row.map((value) => value.toFixed(4).padStart(8)).join('')),
    ].join('\n'),
    numbers: { at, functions: rows, steepest, softmax: { logits, probabilities, jacobian } },
    figures: [
      ...functions.map(([name, f]): Figure => ({
        id: `activation-${name.replace(' ', '-')}`,
        caption: captions[name]!,
        draw: (language) =>
          activationPlot({
            language,
            title: name,
            width: 560,
            height: 300,
            activation: { [name === 'softmax' ? 'softmax(x, 0, 0)' : name]: f },
          }),
      })),
      {
        id: 'derivatives',
        caption: {
          en: 'The five derivatives side by side: those that fade, and those that do not.',
          zh: '五个导数放在一起：有的衰减，有的不衰减。',
        },
        draw: (language) => {
          const x = Array.from({ length: 240 }, (_, i) => (i - 119.5) / 20);
          return lineChart({
            language,
            title: { en: 'The derivatives', zh: '各导数比较' }[language],
            width: 560,
            height: 300,
            lines: Object.fromEntries(
              functions.map(([name, f]) => [name, { x, y: valuesOf(() => grad(f)(tensor1d(x))), dots: false }]),
            ),
            xLabel: 'x',
            yLabel: { en: 'derivative', zh: '导数' }[language],
          });
        },
      },
    ],
  };
}

const captions: Readonly<Record<string, { en: string; zh: string }>> = {
  sigmoid: {
    en: 'Sigmoid, 1 / (1 + e⁻ˣ): between 0 and 1, never negative, flat on both sides.',
    zh: 'sigmoid，1 / (1 + e⁻ˣ)：取值 0 到 1，均值不为 0，两侧饱和。',
  },
  tanh: { en: 'Tanh: around 0, but flat on both sides, too.', zh: 'tanh：以 0 为中心，但两侧同样饱和。' },
  relu: {
    en: 'Relu, max(x, 0): cheap, and its slope does not fade; but a unit that is negative for all data learns no more.',
    zh: 'relu，max(x, 0)：计算快，正区间梯度不衰减；但若对所有样本输入为负，神经元不再学习。',
  },
  'leaky relu': {
    en: 'Leaky relu: a little slope on the left, so that no unit is lost.',
    zh: 'leaky relu：左侧保留小斜率，神经元不会“死亡”。',
  },
  softmax: {
    en: 'Softmax: one probability out of three, over its own logit.',
    zh: 'softmax：三个概率之一随自身 logit 的变化。',
  },
};
