import { type Language, curves, decisionRegions } from '@sixstep/plots';
import { answers } from '../lesson/answers.js';
import type { Lesson, Part } from '../lesson/part.js';
import { table } from '../lesson/table.js';
import type { Text } from '../lesson/text.js';
import { type Classifier, classifier } from './classifier.js';
import { every } from '../lesson/every.js';
import { makeDots } from './make-dots.js';

const validationFreq = 10;
const epochs = 450;

interface Case {
  readonly id: string;
  readonly title: Text;
  readonly hidden: readonly number[];
  readonly caption: Text;
}

const cases: readonly Case[] = [
  {
    id: 'underfit',
    title: { en: 'Underfitting: no hidden layer', zh: '欠拟合：没有隐藏层' },
    hidden: [],
    caption: { en: 'One straight border cannot enclose a disc.', zh: '一条直线边界围不住一个圆。' },
  },
  {
    id: 'good-fit',
    title: { en: 'A good fit: 4 units', zh: '拟合良好：4 个神经元' },
    hidden: [4],
    caption: {
      en: 'Four relu units enclose the disc and leave the wrong labels alone.',
      zh: '四个 relu 神经元围住圆，不理会错误的标签。',
    },
  },
  {
    id: 'overfit',
    title: { en: 'Overfitting: 3 × 64 units', zh: '过拟合：3 × 64 个神经元' },
    hidden: [64, 64, 64],
    caption: {
      en: 'Islands around single dots: the wrong labels were learned by heart.',
      zh: '围绕个别点的“孤岛”：错误的标签被死记硬背。',
    },
  },
];

/** Under-, good and overfitting of dots in a disc, each trained. */
export async function classification({ seed }: Lesson): Promise<Part> {
  const { train, test } = makeDots({ seed: 2, train: 150, test: 1000, noise: 0.12 });
  const runs: (Case & Classifier)[] = [];
  for (const one of cases) {
    runs.push({
      ...one,
      ...(await classifier({ seed, hidden: one.hidden, epochs, learningRate: 0.005, train, test, validationFreq })),
    });
  }
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const [under, good, over] = runs.map((run) => `${percent(run.trainAccuracy)} / ${percent(run.testAccuracy)}`);
  return {
    id: 'classification',
    title: { en: 'Under-, good and overfitting: classification', zh: '欠拟合、良好与过拟合：分类' },
    text: [
      {
        en: `150 dots, class 1 where x₁² + x₂² < 2, but 12 % of the labels to train on are wrong. Accuracy on train / on 1,000 clean test dots: ${under} without a hidden layer, ${good} with 4 units, ${over} with three layers of 64. The last one knows the training dots best and the truth less well.`,
        zh: `150 个点，x₁² + x₂² < 2 为第 1 类，但训练标签有 12% 是错的。训练 / 1000 个干净测试点的准确率：无隐藏层 ${under}，4 个神经元 ${good}，三层各 64 个 ${over}。最后一个最“熟悉”训练点，却偏离了真相。`,
      },
    ],
    printed: table(
      ['model', 'parameters', 'accuracy train', 'accuracy test', 'loss test'],
      runs.map((run) => [
        run.title.en,
        run.model.countParams(),
        percent(run.trainAccuracy),
        percent(run.testAccuracy),
        run.testLoss,
      ]),
    ),
    numbers: runs.map(({ id, model, trainAccuracy, testAccuracy, testLoss }) => ({
      id,
      parameters: model.countParams(),
      trainAccuracy,
      testAccuracy,
      testLoss,
    })),
    figures: [
      ...runs.map(({ id, title, caption, model }) => ({
        id: `classification-${id}`,
        caption,
        draw: (language: Language) =>
          decisionRegions({
            language,
            title: title[language],
            width: 560,
            height: 400,
            x: train.x,
            y: train.y,
            xDomain: [-3.2, 3.2],
            yDomain: [-3.2, 3.2],
            predict: (x) => answers(model, x),
          }),
      })),
      {
        id: 'classification-curves',
        caption: {
          en: 'The loss of the three models. The test loss of the large one rises while its training loss falls.',
          zh: '三个模型的损失。大模型的训练损失下降时，测试损失却在上升。',
        },
        draw: (language) =>
          curves({
            language,
            title: { en: 'Loss of the three models', zh: '三个模型的损失' }[language],
            width: 560,
            height: 380,
            metrics: ['loss'],
            histories: Object.fromEntries(
              runs.map(({ title, history }) => [title[language], every(history, validationFreq)]),
            ),
          }),
      },
    ],
  };
}
