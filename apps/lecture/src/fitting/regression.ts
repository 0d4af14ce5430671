import { dense } from '@sixstep/layers';
import { type History, type Model, sequential } from '@sixstep/model';
import { adam } from '@sixstep/optimizers';
import { curves, regressionFit } from '@sixstep/plots';
import { Generator, setRandomSeed } from '@sixstep/random';
import { answers } from '../lesson/answers.js';
import type { Lesson, Part } from '../lesson/part.js';
import { short } from '../lesson/short.js';
import { table } from '../lesson/table.js';
import type { Text } from '../lesson/text.js';
import { every } from '../lesson/every.js';
import { makeWave, wave } from './make-wave.js';

const epochs = 2000;
const validationFreq = 20;

interface Case {
  readonly id: string;
  readonly title: Text;
  readonly hidden: readonly number[];
  readonly learningRate: number;
  readonly caption: Text;
}

interface Run extends Case {
  readonly model: Model;
  readonly parameters: number;
  readonly history: History;
  readonly train: number;
  readonly test: number;
  readonly bestTest: number;
}

const cases: readonly Case[] = [
  {
    id: 'underfit',
    title: { en: 'Underfitting: a straight line', zh: '欠拟合：一条直线' },
    hidden: [],
    learningRate: 0.01,
    caption: { en: 'No hidden layer: too simple for a wave.', zh: '没有隐藏层：模型太简单，学不会波形。' },
  },
  {
    id: 'good-fit',
    title: { en: 'A good fit: 5 units', zh: '拟合良好：5 个神经元' },
    hidden: [5],
    learningRate: 0.01,
    caption: {
      en: 'One hidden layer of 5 units: the wave, without the noise.',
      zh: '一个含 5 个神经元的隐藏层：学到波形而不学噪声。',
    },
  },
  {
    id: 'overfit',
    title: { en: 'Overfitting: 3 × 64 units', zh: '过拟合：3 × 64 个神经元' },
    hidden: [64, 64, 64],
    learningRate: 0.005,
    caption: {
      en: 'Three hidden layers of 64 units: they learn the noise of every sample.',
      zh: '三个各 64 个神经元的隐藏层：连每个样本的噪声都学了进去。',
    },
  },
];

/** Under-, good and overfitting of a wave, each trained. */
export async function regression({ seed }: Lesson): Promise<Part> {
  const random = new Generator(seed);
  const train = makeWave(random, 30);
  const test = makeWave(random, 100);
  const runs: Run[] = [];
  for (const one of cases) {
    setRandomSeed(seed);
    const model: Model = sequential([
      ...one.hidden.map((units) => dense({ units, activation: 'tanh' })),
      dense({ units: 1 }),
    ]);
    model.compile({ optimizer: adam({ learningRate: one.learningRate }), loss: 'meanSquaredError' });
    const history = await model.fit(train.x, train.y, {
      batchSize: 30,
      epochs,
      validationData: [test.x, test.y],
      validationBatchSize: 100,
      validationFreq,
    });
    const valLoss = history.history['valLoss']!;
    runs.push({
      ...one,
      model,
      parameters: model.countParams(),
      history,
      train: history.history['loss']!.at(-1)!,
      test: valLoss.at(-1)!,
      bestTest: Math.min(...valLoss),
    });
  }
  const [under, good, over] = runs.map((run) => `${short(run.train, 2)} / ${short(run.test, 2)}`);
  return {
    id: 'regression',
    title: { en: 'Under-, good and overfitting: regression', zh: '欠拟合、良好与过拟合：回归' },
    text: [
      {
        en: `30 noisy samples of a wave to train on, 100 to test, ${epochs} epochs of Adam. The mean squared error on train / test: ${under} with a straight line, ${good} with 5 hidden units, ${over} with three layers of 64. The noise alone makes 0.09 on new samples: what is below it in training is noise that was learned.`,
        zh: `30 个带噪声的样本用于训练，100 个用于测试，Adam 训练 ${epochs} 轮。训练 / 测试均方误差：直线为 ${under}，5 个隐藏神经元为 ${good}，三层各 64 个为 ${over}。噪声本身在新样本上的误差为 0.09：训练误差低于它，就是学到了噪声。`,
      },
    ],
    printed: table(
      ['model', 'parameters', 'MSE train', 'MSE test', 'best MSE test'],
      runs.map((run) => [run.title.en, run.parameters, run.train, run.test, run.bestTest]),
    ),
    numbers: runs.map((run) => ({
      id: run.id,
      parameters: run.parameters,
      train: run.train,
      test: run.test,
      bestTest: run.bestTest,
    })),
    figures: [
      ...runs.map(({ id, title, caption, model }) => ({
        id: `regression-${id}`,
        caption,
        draw: (language: 'en' | 'zh') =>
          regressionFit({
            language,
            title: title[language],
            width: 560,
            height: 300,
            x: train.x,
            y: train.y,
            test,
            truth: wave,
            yDomain: [-2, 2],
            predict: (x) => answers(model, x),
          }),
      })),
      {
        id: 'regression-curves',
        caption: {
          en: 'Test loss in training. That of the large model turns around and rises, while its training loss goes on falling.',
          zh: '训练过程中的测试损失。大模型的测试损失先降后升，而训练损失一直下降。',
        },
        draw: (language) =>
          curves({
            language,
            title: { en: 'Loss of the three models', zh: '三个模型的损失' }[language],
            width: 560,
            height: 300,
            log: true,
            metrics: ['loss'],
            histories: Object.fromEntries(
              runs.map(({ title, history }) => [title[language], every(history, validationFreq)]),
            ),
          }),
      },
    ],
  };
}
