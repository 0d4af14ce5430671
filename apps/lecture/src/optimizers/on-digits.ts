import { sliceRows } from '@sixstep/datasets';
import { imageModels } from '@sixstep/image-trainer';
import type { History } from '@sixstep/model';
import { curves } from '@sixstep/plots';
import { setRandomSeed } from '@sixstep/random';
import { sparseCategoricalCrossentropy } from '@sixstep/losses';
import type { Lesson, Part } from '../lesson/part.js';
import { noDigits } from '../lesson/no-digits.js';
import { table } from '../lesson/table.js';
import { type Candidate, candidateNames, candidates, type Rates } from './candidates.js';

const rates: Rates = {
  SGD: 0.1,
  SGDM: 0.02,
  NAG: 0.02,
  AdaGrad: 0.02,
  AdaDelta: 1,
  RMSProp: 0.001,
  Adam: 0.001,
  Nadam: 0.001,
};
const samples = 6000;
const testSamples = 2000;
const epochs = 5;
const title = { en: 'The eight on MNIST', zh: '八种优化器训练 MNIST' };

interface Run {
  readonly name: Candidate;
  readonly history: History;
  readonly seconds: number;
}

/** All optimizers on the same part of MNIST, from the same weights, in the same order. */
export async function onDigits({ seed, digits }: Lesson): Promise<Part> {
  if (digits === undefined) return noDigits('digits', title);
  const x = sliceRows(digits.train.x, 0, samples);
  const y = sliceRows(digits.train.y, 0, samples);
  const test = [sliceRows(digits.test.x, 0, testSamples), sliceRows(digits.test.y, 0, testSamples)] as const;
  const runs: Run[] = [];
  for (const name of candidateNames) {
    setRandomSeed(seed);
    const model = imageModels.mlp('sequential');
    model.compile({
      optimizer: candidates[name](rates[name]),
      loss: sparseCategoricalCrossentropy({ fromLogits: false }),
      metrics: ['accuracy'],
    });
    const start = performance.now();
    const history = await model.fit(x, y, { batchSize: 32, epochs, validationData: test, validationBatchSize: 500 });
    runs.push({ name, history, seconds: (performance.now() - start) / 1000 });
    model.dispose();
  }
  const last = ({ history }: Run, key: string): number => history.history[key]!.at(-1)!;
  const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
  const best = runs.reduce((a, b) => (last(b, 'valAccuracy') > last(a, 'valAccuracy') ? b : a));
  return {
    id: 'digits',
    title,
    text: [
      {
        en: `The lecture's MLP on the first ${samples.toLocaleString('en-US')} images of MNIST, ${epochs} epochs, batches of 32; all start with the same weights and see the images in the same order. Best on the first ${testSamples.toLocaleString('en-US')} test images: ${best.name}, ${percent(last(best, 'valAccuracy'))}.`,
        zh: `用课程中的 MLP 训练 MNIST 前 ${samples} 张图，${epochs} 轮，每批 32 张；初始权重与样本顺序完全相同。在前 ${testSamples} 张测试图上最好的是 ${best.name}：${percent(last(best, 'valAccuracy'))}。`,
      },
    ],
    printed: table(
      ['optimizer', 'lr', 'loss', 'accuracy', 'test loss', 'test accuracy'],
      runs.map((run) => [
        run.name,
        String(rates[run.name]),
        last(run, 'loss').toFixed(4),
        percent(last(run, 'accuracy')),
        last(run, 'valLoss').toFixed(4),
        percent(last(run, 'valAccuracy')),
      ]),
    ),
    numbers: {
      samples,
      testSamples,
      epochs,
      rates,
      runs: runs.map(({ name, history }) => ({ name, history: history.history })),
    },
    figures: [
      {
        id: 'optimizers-digits-train',
        caption: { en: 'Loss and accuracy in training.', zh: '训练损失与准确率。' },
        draw: (language) =>
          curves({
            language,
            title: { en: 'MNIST, training', zh: 'MNIST 训练' }[language],
            width: 560,
            height: 320,
            histories: Object.fromEntries(
              runs.map(({ name, history: { history } }) => [
                name,
                { loss: history['loss']!, accuracy: history['accuracy']! },
              ]),
            ),
          }),
      },
      {
        id: 'optimizers-digits-test',
        caption: { en: 'The same on test images.', zh: '测试损失与准确率。' },
        draw: (language) =>
          curves({
            language,
            title: { en: 'MNIST, test', zh: 'MNIST 测试' }[language],
            width: 560,
            height: 320,
            histories: Object.fromEntries(
              runs.map(({ name, history: { history } }) => [
                name,
                { loss: history['valLoss']!, accuracy: history['valAccuracy']! },
              ]),
            ),
          }),
      },
    ],
  };
}
