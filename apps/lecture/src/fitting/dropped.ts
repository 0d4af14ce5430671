import { dropout } from '@sixstep/layers';
import { type Language, curves, decisionRegions } from '@sixstep/plots';
import { ones, tidy } from '@tensorflow/tfjs-core';
import { answers } from '../lesson/answers.js';
import type { Lesson, Part } from '../lesson/part.js';
import { table } from '../lesson/table.js';
import { every } from '../lesson/every.js';
import { type Classifier, classifier } from './classifier.js';
import { makeDots } from './make-dots.js';

const learningRate = 0.005;
const epochs = 450;
const validationFreq = 10;
const rates = [0, 0.3, 0.5];

/** What dropout does to a layer of ones. */
function effectOf(rate: number): { readonly zeros: number; readonly mean: number } {
  const layer = dropout({ rate, seed: 1 });
  const size = 10_000;
  const values = tidy(() => Array.from(layer.apply(ones([1, size]), { training: true }).dataSync()));
  return {
    zeros: values.filter((value) => value === 0).length / size,
    mean: values.reduce((sum, value) => sum + value, 0) / size,
  };
}

/** Dropout against overfitting. */
export async function dropped({ seed }: Lesson): Promise<Part> {
  const { train, test } = makeDots({ seed: 2, train: 150, test: 1000, noise: 0.12 });
  const runs: (Classifier & { readonly rate: number })[] = [];
  for (const rate of rates) {
    const hidden = [64, 64, 64];
    runs.push({
      rate,
      ...(await classifier({ seed, hidden, epochs, learningRate, rate, train, test, validationFreq })),
    });
  }
  const effect = effectOf(0.5);
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const [without, half] = [runs[0]!, runs.at(-1)!];
  return {
    id: 'dropout',
    title: { en: 'Dropout', zh: '随机失活（dropout）' },
    text: [
      {
        en: `In training every unit is left out with a probability, at random anew for every sample; the others grow so that the sum stays. Of 10,000 ones a rate of 0.5 makes ${percent(effect.zeros)} zero, and their mean is ${effect.mean.toFixed(3)}. No unit can rely on another one, so wrong labels are harder to learn by heart.`,
        zh: `训练时每个神经元以一定概率被随机丢弃，每个样本各不相同；保留者相应放大，总和不变。对 10000 个 1，丢弃率 0.5 使其中 ${percent(effect.zeros)} 为零，均值为 ${effect.mean.toFixed(3)}。神经元之间无法互相依赖，错误标签更难被死记。`,
      },
      {
        en: `Three layers of 64 units on the noisy dots: on clean test dots the accuracy is ${percent(without.testAccuracy)} and the loss ${without.testLoss.toFixed(3)} without dropout, ${percent(half.testAccuracy)} and ${half.testLoss.toFixed(3)} with a rate of 0.5.`,
        zh: `在带噪声的点上训练三层各 64 个神经元：干净测试点上，无 dropout 准确率 ${percent(without.testAccuracy)}、损失 ${without.testLoss.toFixed(3)}；丢弃率 0.5 时准确率 ${percent(half.testAccuracy)}、损失 ${half.testLoss.toFixed(3)}。`,
      },
    ],
    printed: [
      `A layer of ones, dropout 0.5: ${percent(effect.zeros)} zeros, mean ${effect.mean.toFixed(4)}`,
      table(
        ['rate', 'accuracy train', 'accuracy test', 'loss test'],
        runs.map((run) => [run.rate.toFixed(1), percent(run.trainAccuracy), percent(run.testAccuracy), run.testLoss]),
      ),
    ].join('\n'),
    numbers: {
      effect,
      runs: runs.map(({ rate, trainAccuracy, testAccuracy, testLoss }) => ({
        rate,
        trainAccuracy,
        testAccuracy,
        testLoss,
      })),
    },
    figures: [
      {
        id: 'dropout-regions',
        caption: {
          en: 'The large network with a dropout of 0.5: fewer islands.',
          zh: '丢弃率为 0.5 的大网络：孤岛变少。',
        },
        draw: (language: Language) =>
          decisionRegions({
            language,
            title: { en: 'Dropout 0.5', zh: '丢弃率 0.5' }[language],
            width: 560,
            height: 400,
            x: train.x,
            y: train.y,
            xDomain: [-3.2, 3.2],
            yDomain: [-3.2, 3.2],
            predict: (x) => answers(half.model, x),
          }),
      },
      {
        id: 'dropout-curves',
        caption: {
          en: 'With dropout the test loss does not run away.',
          zh: '有 dropout 时测试损失不再失控上升。',
        },
        draw: (language) =>
          curves({
            language,
            title: { en: 'Loss with and without dropout', zh: '有无 dropout 的损失' }[language],
            width: 560,
            height: 400,
            metrics: ['loss'],
            histories: Object.fromEntries(
              runs.map(({ rate, history }) => [
                { en: `dropout ${rate}`, zh: `丢弃率 ${rate}` }[language],
                every(history, validationFreq),
              ]),
            ),
          }),
      },
    ],
  };
}
