import { loadIris, RandomState, takeRows } from '@sixstep/datasets';
import { dense } from '@sixstep/layers';
import { sparseCategoricalCrossentropy } from '@sixstep/losses';
import { sequential } from '@sixstep/model';
import { sgd } from '@sixstep/optimizers';
import { confusionMatrix, curves } from '@sixstep/plots';
import { setRandomSeed } from '@sixstep/random';
import { l2 } from '@sixstep/regularizers';
import { answers } from '../lesson/answers.js';
import { every } from '../lesson/every.js';
import type { Part } from '../lesson/part.js';

const code = `// 1 import
import { loadIris, RandomState } from '@sixstep/datasets';
import { dense } from '@sixstep/layers';
import { sequential } from '@sixstep/model';
import { sgd } from '@sixstep/optimizers';
import { l2 } from '@sixstep/regularizers';
import { useWasm } from '@sixstep/wasm';
await useWasm();
// 2 data
const { x, y } = loadIris();
new RandomState(116).shuffle(x);
new RandomState(116).shuffle(y);
// 3 model
const model = sequential([dense({ units: 3, activation: 'softmax', kernelRegularizer: l2() })]);
// 4 compile
model.compile({ optimizer: sgd({ learningRate: 0.1 }), loss: 'sparseCategoricalCrossentropy', metrics: ['sparseCategoricalAccuracy'] });
// 5 fit
await model.fit(x, y, { batchSize: 32, epochs: 500, validationSplit: 0.2, validationFreq: 20 });
// 6 summary
model.summary();`;

/** The lecture's first model. Its seed is the lecture's, whatever the option says. */
export async function irisSteps(): Promise<Part> {
  const { x, y, classNames } = loadIris();
  new RandomState(116).shuffle(x);
  new RandomState(116).shuffle(y);
  setRandomSeed(116);
  const model = sequential([dense({ units: 3, activation: 'softmax', kernelRegularizer: l2() })]);
  model.compile({
    optimizer: sgd({ learningRate: 0.1 }),
    loss: sparseCategoricalCrossentropy({ fromLogits: false }),
    metrics: ['accuracy'],
  });
  const history = await model.fit(x, y, { batchSize: 32, epochs: 500, validationSplit: 0.2, validationFreq: 20 });
  const summary = model.summary({ printFn: () => {} });
  const parameters = model.countParams();
  const accuracy = history.history['accuracy']!.at(-1)!;
  const valAccuracy = history.history['valAccuracy']!.at(-1)!;
  const scores = await answers(model, x);
  const predicted = Array.from(y.data, (_, i) => {
    const row = scores.data.subarray(3 * i, 3 * i + 3);
    return row.indexOf(Math.max(...row));
  });
  const mistakes = predicted.flatMap((label, i) => (label === y.data[i] ? [] : [i]));
  const described = mistakes.map((i) => {
    const lengths = Array.from(takeRows(x, [i]).data, (cm) => cm.toFixed(1)).join(', ');
    const share = (100 * scores.data[3 * i + predicted[i]!]!).toFixed(1);
    return `[${lengths}] cm: predicted ${classNames[predicted[i]!]} (${share} %), true ${classNames[y.data[i]!]}`;
  });
  model.dispose();
  return {
    id: 'iris',
    title: { en: 'Iris: 15 parameters', zh: '鸢尾花：15 个参数' },
    text: [
      {
        en: `Three species from four lengths; 4 × 3 weights and 3 biases make ${parameters} parameters. After 500 epochs the accuracy is ${accuracy.toFixed(4)} on the 120 flowers to train on and ${valAccuracy.toFixed(4)} on the 30 others. ${mistakes.length} flowers of the 150 are taken for another species, between versicolor and virginica, which do overlap.`,
        zh: `由四个长度区分三种鸢尾花；4 × 3 个权重加 3 个偏置，共 ${parameters} 个参数。500 轮后，120 朵训练花的准确率为 ${accuracy.toFixed(4)}，其余 30 朵为 ${valAccuracy.toFixed(4)}。150 朵中有 ${mistakes.length} 朵被认错，都在相互重叠的 versicolor 与 virginica 之间。`,
      },
    ],
    code,
    printed: [
      summary,
      '',
      `Parameters: ${parameters}`,
      `Accuracy after 500 epochs: ${accuracy.toFixed(4)}, validation ${valAccuracy.toFixed(4)}`,
      '',
      'Mis-predicted:',
      ...described,
    ].join('\n'),
    numbers: { parameters, accuracy, valAccuracy, mistakes: described, history: history.history },
    figures: [
      {
        id: 'iris-curves',
        caption: { en: 'Loss and accuracy at every twentieth of 500 epochs.', zh: '500 轮中每 20 轮的损失与准确率。' },
        draw: (language) =>
          curves({
            language,
            title: { en: 'Iris', zh: '鸢尾花' }[language],
            width: 560,
            height: 320,
            history: every(history, 20),
          }),
      },
      {
        id: 'iris-confusion',
        caption: { en: 'All 150 flowers: true and predicted species.', zh: '全部 150 朵花：真实与预测类别。' },
        draw: (language) =>
          confusionMatrix({ language, width: 560, yTrue: Array.from(y.data), yPred: predicted, classNames }),
      },
    ],
  };
}
