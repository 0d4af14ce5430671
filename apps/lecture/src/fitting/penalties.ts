import { type Drawing, type Language, decisionRegions, lineChart, weightHistogram } from '@sixstep/plots';
import { l1, l2 } from '@sixstep/regularizers';
import { cosineDecay } from '@sixstep/schedules';
import { answers } from '../lesson/answers.js';
import type { Lesson, Part } from '../lesson/part.js';
import { table } from '../lesson/table.js';
import type { Text } from '../lesson/text.js';
import { type Classifier, classifier } from './classifier.js';
import { makeDots } from './make-dots.js';

const epochs = 400;
const lambdas = [1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2];
/** What counts as zero: gradient descent steps around it, and never quite hits it. */
const zero = 1e-3;

interface Run extends Classifier {
  readonly name: 'none' | 'L1' | 'L2';
  readonly lambda: number;
  readonly kernels: Float32Array;
  readonly zeros: number;
  readonly norm: number;
}

function weighed(name: Run['name'], lambda: number, trained: Classifier): Run {
  const kernels = Float32Array.from(
    trained.model.weights.filter(({ rank }) => rank === 2).flatMap((kernel) => Array.from(kernel.dataSync())),
  );
  return {
    ...trained,
    name,
    lambda,
    kernels,
    zeros: kernels.filter((weight) => Math.abs(weight) < zero).length,
    norm: Math.sqrt(kernels.reduce((sum, weight) => sum + weight * weight, 0)),
  };
}

/** What L1 and L2 do to the weights, and to what is learned. */
export async function penalties({ seed }: Lesson): Promise<Part> {
  const { train, test } = makeDots({ seed: 2, train: 150, test: 1000, noise: 0.12 });
  const learningRate = cosineDecay({ initialLearningRate: 0.01, decaySteps: 3 * epochs });
  const common = { seed, hidden: [64, 64, 64], epochs, learningRate, train, test, validationFreq: epochs };
  const none = weighed('none', 0, await classifier(common));
  const runs: Run[] = [];
  for (const lambda of lambdas) {
    runs.push(weighed('L1', lambda, await classifier({ ...common, penalty: l1({ l1: lambda }) })));
    runs.push(weighed('L2', lambda, await classifier({ ...common, penalty: l2({ l2: lambda }) })));
  }
  const ofKind = (name: Run['name']): Run[] => runs.filter((run) => run.name === name);
  const pick = (name: Run['name'], lambda: number): Run =>
    runs.find((run) => run.name === name && run.lambda === lambda)!;
  const shown = [none, pick('L1', 1e-3), pick('L2', 3e-3)] as const;
  const [without, withL1, withL2] = shown;
  const total = none.kernels.length;
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const label = ({ name, lambda }: Run): string => (name === 'none' ? 'λ = 0' : `${name}, λ = ${lambda}`);
  const sweep =
    (value: (run: Run) => number, title: Text, yLabel: Text, height = 320) =>
    (language: Language): Drawing =>
      lineChart({
        language,
        title: title[language],
        width: 560,
        height,
        log: 'x',
        lines: {
          L1: { x: lambdas, y: ofKind('L1').map(value) },
          L2: { x: lambdas, y: ofKind('L2').map(value) },
          'λ = 0': { x: [lambdas[0]!, lambdas.at(-1)!], y: [value(none), value(none)], dashed: true, dots: false },
        },
        xLabel: 'λ',
        yLabel: yLabel[language],
      });
  return {
    id: 'penalties',
    title: { en: 'Penalties on the weights: L1 and L2', zh: '权重惩罚：L1 与 L2 正则化' },
    text: [
      {
        en: `The noisy dots again, three layers of 64 units, ${total} weights, trained once for each λ. L1, λ Σ |w|, pulls with the same force at every weight and makes most of them zero (|w| < ${zero}): ${withL1.zeros} of ${total} at λ = 0.001. L2, λ Σ w², pulls at large ones the most: the norm shrinks from ${without.norm.toFixed(1)} to ${withL2.norm.toFixed(1)} at λ = 0.003.`,
        zh: `仍用带噪声的点，三层各 64 个神经元，共 ${total} 个权重，对每个 λ 各训练一次。L1，λ Σ |w|，对每个权重施加同样的拉力，使大部分变为零（|w| < ${zero}）：λ = 0.001 时 ${total} 个中有 ${withL1.zeros} 个。L2，λ Σ w²，主要压低大的权重：λ = 0.003 时范数由 ${without.norm.toFixed(1)} 减小到 ${withL2.norm.toFixed(1)}。`,
      },
      {
        en: `Accuracy on clean test dots: ${percent(without.testAccuracy)} without a penalty, ${percent(withL1.testAccuracy)} with L1, ${percent(withL2.testAccuracy)} with L2. With too large a λ nothing is learned any more.`,
        zh: `干净测试点的准确率：无惩罚 ${percent(without.testAccuracy)}，L1 为 ${percent(withL1.testAccuracy)}，L2 为 ${percent(withL2.testAccuracy)}。λ 过大则什么也学不到。`,
      },
    ],
    printed: table(
      ['penalty', 'weights of zero', 'norm', 'accuracy train', 'accuracy test'],
      [none, ...ofKind('L1'), ...ofKind('L2')].map((run) => [
        label(run),
        `${run.zeros} of ${total}`,
        run.norm.toFixed(3),
        percent(run.trainAccuracy),
        percent(run.testAccuracy),
      ]),
    ),
    numbers: [none, ...runs].map(({ name, lambda, zeros, norm, trainAccuracy, testAccuracy }) => ({
      penalty: name,
      lambda,
      weights: total,
      zeros,
      norm,
      trainAccuracy,
      testAccuracy,
    })),
    figures: [
      {
        id: 'penalties-zeros',
        caption: { en: 'Weights of zero by λ: L1 makes many.', zh: '零权重的个数随 λ 的变化：L1 产生大量零。' },
        draw: sweep(
          ({ zeros }) => zeros,
          { en: 'Weights of zero', zh: '零权重的个数' },
          { en: 'weights with |w| < 0.001', zh: '|w| < 0.001 的权重数' },
        ),
      },
      {
        id: 'penalties-norm',
        caption: {
          en: 'The norm of all weights by λ: both make it smaller.',
          zh: '权重范数随 λ 的变化：两者都使其减小。',
        },
        draw: sweep(({ norm }) => norm, { en: 'Norm of the weights', zh: '权重的范数' }, { en: 'norm', zh: '范数' }),
      },
      {
        id: 'penalties-accuracy',
        caption: {
          en: 'Test accuracy by λ: there is a best place in the middle.',
          zh: '测试准确率随 λ 的变化：适中的 λ 最好。',
        },
        draw: sweep(
          (run) => 100 * run.testAccuracy,
          { en: 'Accuracy on test dots', zh: '测试准确率' },
          { en: '%', zh: '%' },
          430,
        ),
      },
      {
        id: 'penalties-weights',
        caption: {
          en: 'All weights of three of the networks; the counts are on a logarithmic axis.',
          zh: '其中三个网络的全部权重，纵轴为对数坐标。',
        },
        draw: (language) =>
          weightHistogram({
            language,
            width: 560,
            height: 120,
            columns: 1,
            log: true,
            bins: 60,
            domain: [-2, 2],
            weights: Object.fromEntries(
              shown.map((run) => [label(run), run.kernels.map((weight) => (Math.abs(weight) < zero ? 0 : weight))]),
            ),
          }),
      },
      ...[withL1, withL2].map((run) => ({
        id: `penalties-regions-${run.name.toLowerCase()}`,
        caption: {
          en: `${label(run)}: the border is smoother, and single wrong labels are left alone.`,
          zh: `${label(run)}：边界更平滑，不再理会个别错误标签。`,
        },
        draw: (language: Language) =>
          decisionRegions({
            language,
            title: label(run),
            width: 560,
            height: 400,
            x: train.x,
            y: train.y,
            xDomain: [-3.2, 3.2],
            yDomain: [-3.2, 3.2],
            predict: (x) => answers(run.model, x),
          }),
      })),
    ],
  };
}
