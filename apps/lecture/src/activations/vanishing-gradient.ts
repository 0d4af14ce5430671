import type { Activation } from '@sixstep/activations';
import { leakyRelu, relu, sigmoid, tanh } from '@sixstep/activations';
import { glorotUniform, heNormal, type Initializer } from '@sixstep/initializers';
import { dense } from '@sixstep/layers';
import { sparseCategoricalCrossentropy } from '@sixstep/losses';
import { sequential } from '@sixstep/model';
import { lineChart } from '@sixstep/plots';
import { Generator } from '@sixstep/random';
import { mean, type Scalar, sqrt, square, tensor1d, tensor2d, type Variable } from '@tensorflow/tfjs-core';
import { denseStack } from '../lesson/dense-stack.js';
import { gradientOf } from '../lesson/gradient-of.js';
import type { Lesson, Part } from '../lesson/part.js';
import { short } from '../lesson/short.js';
import { table } from '../lesson/table.js';

const depth = 20;
const units = 64;
const samples = 128;

const networks: Readonly<Record<string, { activation: Activation; initializer: () => Initializer }>> = {
  sigmoid: { activation: sigmoid, initializer: glorotUniform },
  tanh: { activation: tanh, initializer: glorotUniform },
  relu: { activation: relu, initializer: heNormal },
  'leaky relu': { activation: (x) => leakyRelu(x), initializer: heNormal },
};

/** The root mean square of the gradient by the kernel of each layer, the first layer first. */
function gradientByLayer(name: string, seed: number): number[] {
  const random = new Generator(seed);
  const model = sequential([...denseStack({ depth, units, ...networks[name]! }), dense({ units: 10 })]);
  model.build([null, units]);
  const x = tensor2d(
    Float32Array.from({ length: samples * units }, () => random.normal()),
    [samples, units],
  );
  const y = tensor1d(
    Int32Array.from({ length: samples }, () => random.integer(10)),
    'int32',
  );
  const loss = sparseCategoricalCrossentropy({ fromLogits: true });
  const kernels = model.trainableWeights.filter((_, i) => i % 2 === 0).slice(0, depth) as Variable[];
  const { result } = gradientOf(
    () => loss(y, model.apply(x)) as Scalar,
    kernels,
    (gradients) => gradients.map((gradient) => sqrt(mean(square(gradient))).dataSync()[0]!),
  );
  model.dispose();
  x.dispose();
  y.dispose();
  return result;
}

/** How much gradient is left at each layer of a deep network. */
export function vanishingGradient({ seed }: Lesson): Part {
  const found = Object.keys(networks).map((name) => ({ name, gradients: gradientByLayer(name, seed) }));
  const factors = Object.fromEntries(found.map(({ name, gradients }) => [name, gradients[0]! / gradients.at(-1)!]));
  const layers = Array.from({ length: depth }, (_, i) => i + 1);
  return {
    id: 'vanishing-gradient',
    title: { en: 'The gradient vanishes with depth', zh: '梯度随深度消失' },
    text: [
      {
        en: `A network of ${depth} layers with ${units} units each, before training. For each layer: how large is the gradient of its weights? With sigmoid the first layer gets ${short(factors['sigmoid']!, 2)} times the gradient of the last one: every layer multiplies it by a slope of at most 0.25. With relu and He's initialization it is ${short(factors['relu']!, 2)} times.`,
        zh: `${depth} 层网络，每层 ${units} 个神经元，尚未训练。测量每层权重的梯度大小：用 sigmoid 时，第一层的梯度只有最后一层的 ${short(factors['sigmoid']!, 2)} 倍，因为每过一层都要乘以不超过 0.25 的斜率；用 relu 配合 He 初始化时为 ${short(factors['relu']!, 2)} 倍。`,
      },
    ],
    printed: [
      `Root mean square of the gradient by the kernel of a layer; ${depth} layers of ${units} units`,
      table(
        ['layer', ...found.map(({ name }) => name)],
        [1, 5, 10, 15, 20].map((layer) => [
          String(layer),
          ...found.map(({ gradients }) => gradients[layer - 1]!.toExponential(3)),
        ]),
      ),
      `first / last: ${found.map(({ name }) => `${name} ${factors[name]!.toExponential(2)}`).join(', ')}`,
    ].join('\n'),
    numbers: {
      depth,
      units,
      gradients: Object.fromEntries(found.map(({ name, gradients }) => [name, gradients])),
      factors,
    },
    figures: [
      {
        id: 'vanishing-gradient',
        caption: {
          en: 'Size of the gradient by layer, on a logarithmic axis. The first layers of the sigmoid network get next to nothing.',
          zh: '各层梯度大小（对数坐标）。sigmoid 网络的前几层几乎得不到梯度。',
        },
        draw: (language) =>
          lineChart({
            language,
            title: { en: 'Gradient by layer', zh: '各层的梯度' }[language],
            width: 560,
            height: 320,
            lines: Object.fromEntries(found.map(({ name, gradients }) => [name, { x: layers, y: gradients }])),
            log: 'y',
            xLabel: { en: 'layer', zh: '层' }[language],
            yLabel: { en: 'root mean square of the gradient', zh: '梯度均方根' }[language],
          }),
      },
    ],
  };
}
