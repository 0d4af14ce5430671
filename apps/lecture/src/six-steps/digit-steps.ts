import { sliceRows, takeRows } from '@sixstep/datasets';
import { imageModels, showImage, showMistakes, worstMistakes } from '@sixstep/image-trainer';
import { sparseCategoricalCrossentropy } from '@sixstep/losses';
import { confusionMatrix, curves, imageGrid } from '@sixstep/plots';
import { answers } from '../lesson/answers.js';
import type { Lesson, Part } from '../lesson/part.js';
import { noDigits } from '../lesson/no-digits.js';

const title = { en: 'MNIST: 101,770 parameters', zh: 'MNIST：101,770 个参数' };
const code = `const { train, test } = await loadMnist();
const model = sequential([flatten(), dense({ units: 128, activation: 'relu' }), dense({ units: 10, activation: 'softmax' })]);
model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['sparseCategoricalAccuracy'] });
await model.fit(train.x, train.y, { batchSize: 32, epochs: 5, validationData: [test.x, test.y] });
model.summary();`;

/** The lecture's second model. */
export async function digitSteps({ digits }: Lesson): Promise<Part> {
  const model = imageModels.mlp('sequential');
  model.build([null, 28, 28]);
  const parameters = model.countParams();
  const counted = `Parameters: ${parameters.toLocaleString('en-US')} = (784 + 1) × 128 + (128 + 1) × 10`;
  if (digits === undefined) {
    const skipped = noDigits('mnist', title);
    model.dispose();
    return { ...skipped, code, printed: `${counted}\n${skipped.printed}`, numbers: { parameters } };
  }
  const { train, test, classNames } = digits;
  model.compile({
    optimizer: 'adam',
    loss: sparseCategoricalCrossentropy({ fromLogits: false }),
    metrics: ['accuracy'],
  });
  const history = await model.fit(train.x, train.y, {
    batchSize: 32,
    epochs: 5,
    validationData: [test.x, test.y],
    validationBatchSize: 500,
  });
  const summary = model.summary({ printFn: () => {} });
  const scores = await answers(model, test.x);
  model.dispose();
  const labels = test.y.data;
  const predicted = Array.from(labels, (_, i) => {
    const row = scores.data.subarray(10 * i, 10 * i + 10);
    return row.indexOf(Math.max(...row));
  });
  const mistakes = worstMistakes({ probabilities: scores.data, classes: 10, labels, predicted }, 20);
  const wrong = predicted.filter((label, i) => label !== labels[i]).length;
  const last = (key: string): number => history.history[key]!.at(-1)!;
  const first = mistakes[0]!;
  return {
    id: 'mnist',
    title,
    text: [
      {
        en: `Handwritten digits from their 28 × 28 pixels: ${parameters.toLocaleString('en-US')} parameters, 60,000 images, 5 epochs. Accuracy on the 10,000 test images: ${last('valAccuracy').toFixed(4)}. The worst of its ${wrong} mistakes: image ${first.index} shows the digit ${first.truth}, and is taken for ${first.predicted} with a probability of ${(100 * first.probability).toFixed(1)} %.`,
        zh: `由 28 × 28 个像素识别手写数字：${parameters.toLocaleString('en-US')} 个参数，60000 张图，训练 5 轮。10000 张测试图的准确率为 ${last('valAccuracy').toFixed(4)}。共 ${wrong} 个错误，其中最严重的：第 ${first.index} 张是 ${first.truth}，却以 ${(100 * first.probability).toFixed(1)}% 的概率被认作 ${first.predicted}。`,
      },
    ],
    code,
    printed: [
      `x_train shape [${train.x.shape.join(', ')}], y_train[0] = ${train.y.data[0]}`,
      '',
      summary,
      '',
      counted,
      `Accuracy after 5 epochs: ${last('accuracy').toFixed(4)}, test ${last('valAccuracy').toFixed(4)}`,
      `Mis-predicted: ${wrong} of ${labels.length}; the worst is image ${first.index}, ${first.truth} taken for ${first.predicted} (${(100 * first.probability).toFixed(1)} %)`,
    ].join('\n'),
    terminal: [
      `x_train[0], a ${train.y.data[0]}:`,
      showImage(train.x, 0, 120),
      '',
      'Mis-predicted:',
      showMistakes(test.x, mistakes.slice(0, 2), classNames, 120),
    ].join('\n'),
    numbers: {
      parameters,
      accuracy: last('accuracy'),
      valAccuracy: last('valAccuracy'),
      wrong,
      mistakes,
      history: history.history,
    },
    figures: [
      {
        id: 'mnist-first',
        caption: {
          en: 'The first 32 images to train on. The very first is the lecture’s 5.',
          zh: '前 32 张训练图，第一张就是课程中的 5。',
        },
        draw: (language) =>
          imageGrid({
            language,
            title: { en: 'MNIST', zh: 'MNIST 训练图' }[language],
            width: 560,
            columns: 8,
            images: sliceRows(train.x, 0, 32),
            labels: Array.from(train.y.data.subarray(0, 32)),
          }),
      },
      {
        id: 'mnist-curves',
        caption: { en: 'Loss and accuracy over 5 epochs.', zh: '5 轮的损失与准确率。' },
        draw: (language) => curves({ language, title: 'MNIST', width: 560, height: 300, history }),
      },
      {
        id: 'mnist-confusion',
        caption: { en: 'Which digit is taken for which.', zh: '哪个数字被认作哪个。' },
        draw: (language) =>
          confusionMatrix({ language, width: 560, yTrue: Array.from(labels), yPred: predicted, classNames }),
      },
      {
        id: 'mnist-mistakes',
        caption: {
          en: 'The worst mistakes: true digit, and what it was taken for.',
          zh: '最严重的错误：真实数字与预测。',
        },
        draw: (language) => {
          const indices = mistakes.map(({ index }) => index);
          return imageGrid({
            language,
            title: { en: 'Mis-predicted', zh: '预测错误的例子' }[language],
            width: 560,
            columns: 5,
            images: takeRows(test.x, indices),
            labels: indices.map((index) => labels[index]!),
            predictions: indices.map((index) => predicted[index]!),
          });
        },
      },
    ],
  };
}
