import { type Activation, leakyRelu, relu } from '@sixstep/activations';
import { heNormal } from '@sixstep/initializers';
import { dense } from '@sixstep/layers';
import { sequential } from '@sixstep/model';
import { adam } from '@sixstep/optimizers';
import { lineChart } from '@sixstep/plots';
import { setRandomSeed } from '@sixstep/random';
import { max, tidy } from '@tensorflow/tfjs-core';
import { makeDots } from '../fitting/make-dots.js';
import type { Lesson, Part } from '../lesson/part.js';
import { table } from '../lesson/table.js';
import { tensorOf } from '../lesson/tensor-of.js';

const units = 100;
const epochs = 20;
const rates = [0.01, 0.1, 0.3, 1];

/** The share of units that are negative for all samples, before the training and after each epoch. */
async function deadShare(activation: Activation, learningRate: number, seed: number): Promise<number[]> {
  const { train } = makeDots({ seed, train: 200, test: 0, noise: 0 });
  const hidden = dense({ units, activation, kernelInitializer: heNormal() });
  const model = sequential([hidden, dense({ units: 1, activation: 'sigmoid' })]);
  model.compile({ optimizer: adam({ learningRate }), loss: 'binaryCrossentropy' });
  model.ensureBuilt([null, 2]);
  const count = (): number =>
    tidy(() => {
      const best = max(hidden.apply(tensorOf(train.x)), 0).dataSync() as Float32Array;
      return best.filter((value) => value <= 0).length / units;
    });
  const shares = [count()];
  await model.fit(train.x, train.y, {
    batchSize: 10,
    epochs,
    callbacks: [{ onEpochEnd: () => void shares.push(count()) }],
  });
  model.dispose();
  return shares;
}

/** How many units of a relu layer die, by learning rate, and that those of a leaky one come back. */
export async function deadRelu({ seed }: Lesson): Promise<Part> {
  const shares: Record<string, number[]> = {};
  for (const rate of rates) {
    setRandomSeed(seed);
    shares[`relu, lr ${rate}`] = await deadShare(relu, rate, seed);
  }
  const largest = rates.at(-1)!;
  setRandomSeed(seed);
  shares[`leaky relu, lr ${largest}`] = await deadShare((x) => leakyRelu(x), largest, seed);
  const dead = (name: string): string => `${Math.round(100 * shares[name]!.at(-1)!)} %`;
  const good = `relu, lr ${rates[0]!}`;
  const bad = `relu, lr ${largest}`;
  return {
    id: 'dead-relu',
    title: { en: 'Dead relu', zh: '“死亡”的 relu' },
    text: [
      {
        en: `A hidden layer of ${units} relu units learns the dots of chapter 4 with Adam. We count the units whose output is 0 for every sample: no gradient passes through them, so they stay that way. After ${epochs} epochs ${dead(good)} of them are dead if the learning rate is ${rates[0]!}, and ${dead(bad)} if it is ${largest}; their number hardly ever falls. Negative units of leaky relu have a gradient, and come back.`,
        zh: `隐藏层含 ${units} 个 relu 神经元，用 Adam 学习第 4 章的点。统计对所有样本输出均为 0 的神经元：梯度无法通过，它们便不再变化。学习率为 ${rates[0]!} 时最终有 ${dead(good)} 死亡，为 ${largest} 时有 ${dead(bad)}，死亡数几乎只增不减。leaky relu 的负区间仍有梯度，神经元能够恢复。`,
      },
    ],
    printed: table(
      ['share of units that are negative for all samples, after epoch', '0', '1', '5', '10', '15', '20'],
      Object.entries(shares).map(([name, list]) => [
        name,
        ...[0, 1, 5, 10, 15, 20].map((epoch) => `${Math.round(100 * list[epoch]!)} %`),
      ]),
    ),
    numbers: { units, shares },
    figures: [
      {
        id: 'dead-relu',
        caption: {
          en: 'Share of units that are negative for all samples. Relu: once dead, dead for good. Leaky relu: up and down.',
          zh: '对所有样本均为负的神经元比例。relu：一旦死亡便不再恢复；leaky relu：有升有降。',
        },
        draw: (language) =>
          lineChart({
            language,
            title: { en: 'Dead units', zh: '死亡的神经元' }[language],
            width: 560,
            height: 320,
            lines: Object.fromEntries(
              Object.entries(shares).map(([name, list]) => [
                name,
                { y: list.map((share) => 100 * share), dashed: name.startsWith('leaky') },
              ]),
            ),
            xLabel: { en: 'epoch', zh: '轮次' }[language],
            yLabel: { en: 'dead units, %', zh: '死亡比例，%' }[language],
          }),
      },
    ],
  };
}
