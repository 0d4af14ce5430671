import { type Activation, relu, tanh } from '@sixstep/activations';
import { glorotNormal, heNormal, type Initializer, randomNormal } from '@sixstep/initializers';
import { lineChart, weightHistogram } from '@sixstep/plots';
import { Generator } from '@sixstep/random';
import { moments, sqrt, type Tensor, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { denseStack } from '../lesson/dense-stack.js';
import type { Lesson, Part } from '../lesson/part.js';
import { short } from '../lesson/short.js';
import { table } from '../lesson/table.js';

const depth = 10;
const units = 256;
const samples = 256;

interface Start {
  readonly activation: Activation;
  readonly initializer: () => Initializer;
}

const starts: Readonly<Record<string, Start>> = {
  'relu, N(0, 0.01²)': { activation: relu, initializer: () => randomNormal({ stddev: 0.01 }) },
  'relu, Glorot': { activation: relu, initializer: glorotNormal },
  'relu, He': { activation: relu, initializer: heNormal },
  'relu, N(0, 0.3²)': { activation: relu, initializer: () => randomNormal({ stddev: 0.3 }) },
  'tanh, N(0, 1²)': { activation: tanh, initializer: () => randomNormal({ stddev: 1 }) },
  'tanh, Glorot': { activation: tanh, initializer: glorotNormal },
};

interface Spread {
  /** Of each layer's output. */
  readonly deviations: readonly number[];
  /** The outputs of the last layer. */
  readonly last: Float32Array;
}

/** How far the outputs of each layer are spread, for standard normal inputs. */
function spreadOf({ activation, initializer }: Start, seed: number): Spread {
  const random = new Generator(seed);
  const layers = denseStack({ depth, units, activation, initializer });
  const deviations: number[] = [];
  let last = new Float32Array();
  tidy(() => {
    let x: Tensor = tensor2d(
      Float32Array.from({ length: samples * units }, () => random.normal()),
      [samples, units],
    );
    for (const layer of layers) {
      x = layer.apply(x);
      deviations.push(sqrt(moments(x).variance).dataSync()[0]!);
    }
    last = Float32Array.from(x.dataSync());
  });
  for (const layer of layers) layer.dispose();
  return { deviations, last };
}

/** Why the first weights must fit the activation: the spread of activations through ten layers. */
export function activationSpread({ seed }: Lesson): Part {
  const found = Object.entries(starts).map(([name, start]) => ({ name, ...spreadOf(start, seed) }));
  const tenth = (name: string): string => short(found.find((one) => one.name === name)!.deviations.at(-1)!, 2);
  return {
    id: 'initialization',
    title: { en: 'Why He: the first weights', zh: '为什么用 He 初始化' },
    text: [
      {
        en: `Ten layers of ${units} units, before training, fed with standard normal numbers. With weights too small the outputs die out: after ten layers their standard deviation is ${tenth('relu, N(0, 0.01²)')}. With weights too large they explode: ${tenth('relu, N(0, 0.3²)')}. Glorot's weights suit tanh (${tenth('tanh, Glorot')}), but relu throws half of its input away. He's have twice the variance for that, sqrt(2 / inputs): ${tenth('relu, He')}.`,
        zh: `十层网络，每层 ${units} 个神经元，未经训练，输入为标准正态分布。权重过小，输出逐层消失：十层后标准差为 ${tenth('relu, N(0, 0.01²)')}；权重过大则爆炸：${tenth('relu, N(0, 0.3²)')}。Glorot 初始化适合 tanh（${tenth('tanh, Glorot')}），而 relu 丢掉一半输入，He 初始化因此把方差加倍，标准差取 sqrt(2 / 输入数)：${tenth('relu, He')}。`,
      },
    ],
    printed: table(
      ['standard deviation of the output of layer', '1', '2', '4', '6', '8', '10'],
      found.map(({ name, deviations }) => [
        name,
        ...[1, 2, 4, 6, 8, 10].map((layer) => deviations[layer - 1]!.toExponential(2)),
      ]),
    ),
    numbers: { depth, units, deviations: Object.fromEntries(found.map(({ name, deviations }) => [name, deviations])) },
    figures: [
      {
        id: 'activation-spread',
        caption: {
          en: 'Spread of the activations through ten layers, on a logarithmic axis. A line that stays level can be trained.',
          zh: '激活值的标准差在十层中的变化（对数坐标）。保持水平的才容易训练。',
        },
        draw: (language) =>
          lineChart({
            language,
            title: { en: 'Spread of activations', zh: '激活值的分布宽度' }[language],
            width: 560,
            height: 380,
            lines: Object.fromEntries(
              found.map(({ name, deviations }) => [name, { x: deviations.map((_, i) => i + 1), y: [...deviations] }]),
            ),
            log: 'y',
            xLabel: { en: 'layer', zh: '层' }[language],
            yLabel: { en: 'standard deviation', zh: '标准差' }[language],
          }),
      },
      {
        id: 'activation-histograms',
        caption: {
          en: 'Outputs of the tenth layer. Tanh with N(0, 1): all units are saturated at −1 and 1. Relu with N(0, 0.01²): nothing is left.',
          zh: '第十层的输出。tanh 配 N(0, 1)：全部饱和在 −1 与 1；relu 配 N(0, 0.01²)：几乎为零。',
        },
        draw: (language) =>
          weightHistogram({
            language,
            title: { en: 'Activations of layer 10', zh: '第 10 层的激活值' }[language],
            width: 720,
            height: 200,
            log: true,
            xLabel: { en: 'activation', zh: '激活值' }[language],
            weights: Object.fromEntries(
              found
                .filter(({ name }) => !/Glorot|0\.3/.test(name) || name.startsWith('tanh'))
                .map(({ name, last }) => [name, last]),
            ),
          }),
      },
    ],
  };
}
