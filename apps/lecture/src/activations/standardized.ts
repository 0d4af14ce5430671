import { standardize, type ArrayData } from '@sixstep/datasets';
import { zeros } from '@sixstep/initializers';
import { dense } from '@sixstep/layers';
import { sequential } from '@sixstep/model';
import { sgd } from '@sixstep/optimizers';
import { lossContour } from '@sixstep/plots';
import { Generator, setRandomSeed } from '@sixstep/random';
import type { Lesson, Part } from '../lesson/part.js';
import { table } from '../lesson/table.js';

const samples = 100;
const epochs = 50;

/** Two features of unlike size, and y = 3 x₁ + 0.2 x₂ with a little noise. */
function makeData(seed: number): { x: ArrayData<Float32Array>; y: ArrayData<Float32Array> } {
  const random = new Generator(seed);
  const x = new Float32Array(2 * samples);
  const y = new Float32Array(samples);
  for (let i = 0; i < samples; i++) {
    const [a, b] = [random.normal(), 15 * random.normal()];
    x.set([a, b], 2 * i);
    y[i] = 3 * a + 0.2 * b + 0.1 * random.normal();
  }
  // Without means no bias is needed, and the loss is a function of two weights.
  const mean = (values: Float32Array, column: number, columns: number): number =>
    values.reduce((sum, value, i) => (i % columns === column ? sum + value : sum), 0) / samples;
  const means = [mean(x, 0, 2), mean(x, 1, 2)];
  x.forEach((value, i) => (x[i] = value - means[i % 2]!));
  const middle = mean(y, 0, 1);
  y.forEach((value, i) => (y[i] = value - middle));
  return { x: { data: x, shape: [samples, 2] }, y: { data: y, shape: [samples, 1] } };
}

interface Run {
  readonly losses: readonly number[];
  readonly path: readonly (readonly [number, number])[];
}

/** Fits the two weights by gradient descent on all samples at once. */
async function descend(x: ArrayData<Float32Array>, y: ArrayData<Float32Array>, learningRate: number): Promise<Run> {
  const model = sequential([dense({ units: 1, useBias: false, kernelInitializer: zeros() })]);
  model.compile({ optimizer: sgd({ learningRate }), loss: 'meanSquaredError' });
  const path: [number, number][] = [[0, 0]];
  const { history } = await model.fit(x, y, {
    batchSize: samples,
    epochs,
    callbacks: [
      {
        onEpochEnd: () => {
          const [w1, w2] = model.weights[0]!.dataSync();
          path.push([w1!, w2!]);
        },
      },
    ],
  });
  model.dispose();
  return { losses: history['loss']!, path };
}

/** The mean squared error of weights, and where it is least (by Cramer's rule). */
function surfaceOf(
  { data }: ArrayData,
  { data: y }: ArrayData,
): { loss: (a: number, b: number) => number; minimum: [number, number] } {
  let [aa, ab, bb, ay, by, yy] = [0, 0, 0, 0, 0, 0];
  y.forEach((target, i) => {
    const [a, b] = [data[2 * i]!, data[2 * i + 1]!];
    aa += (a * a) / samples;
    ab += (a * b) / samples;
    bb += (b * b) / samples;
    ay += (a * target) / samples;
    by += (b * target) / samples;
    yy += (target * target) / samples;
  });
  const determinant = aa * bb - ab * ab;
  return {
    loss: (u, v) => aa * u * u + 2 * ab * u * v + bb * v * v - 2 * (ay * u + by * v) + yy,
    minimum: [(ay * bb - by * ab) / determinant, (by * aa - ay * ab) / determinant],
  };
}

/** Why inputs are standardized: the same descent with and without. */
export async function standardized({ seed }: Lesson): Promise<Part> {
  const { x, y } = makeData(seed);
  setRandomSeed(seed);
  const scaled = standardize(x).transform(x);
  const raw = await descend(x, y, 0.004);
  const even = await descend(scaled, y, 0.2);
  const surfaces = [surfaceOf(x, y), surfaceOf(scaled, y)] as const;
  const contour = (run: Run, which: 0 | 1, name: string): Part['figures'][number]['draw'] => {
    const { loss, minimum } = surfaces[which];
    return (language) =>
      lossContour({
        language,
        title:
          which === 0
            ? { en: 'Raw features', zh: '原始特征' }[language]
            : { en: 'Standardized features', zh: '标准化后的特征' }[language],
        width: 560,
        height: 340,
        loss,
        minimum,
        paths: { [name]: run.path },
        ...(which === 0
          ? { xDomain: [-0.5, 4.5], yDomain: [-0.15, 0.45] }
          : { xDomain: [-1.5, 6], yDomain: [-1.5, 6] }),
      });
  };
  return {
    id: 'standardize',
    title: { en: 'Why standardize', zh: '为什么要标准化' },
    text: [
      {
        en: `The target is 3 x₁ + 0.2 x₂; x₂ is 15 times as large as x₁. The loss is then a narrow valley: a learning rate that does not overshoot in the steep direction is far too small for the flat one. After ${epochs} steps the loss is ${raw.losses.at(-1)!.toPrecision(3)} on the raw features and ${even.losses.at(-1)!.toPrecision(3)} on standardized ones, (x − mean) / std, whose valley is round.`,
        zh: `目标为 3 x₁ + 0.2 x₂，其中 x₂ 的尺度是 x₁ 的 15 倍。损失曲面成为狭长的山谷：不在陡峭方向震荡的学习率，对平缓方向来说太小。${epochs} 步后，原始特征的损失为 ${raw.losses.at(-1)!.toPrecision(3)}，标准化（减均值、除以标准差）后为 ${even.losses.at(-1)!.toPrecision(3)}，山谷变圆了。`,
      },
    ],
    printed: table(
      ['loss after step', '1', '2', '5', '10', '20', '50'],
      [
        ['raw, lr 0.004', ...[1, 2, 5, 10, 20, 50].map((step) => raw.losses[step - 1]!.toPrecision(4))],
        ['standardized, lr 0.2', ...[1, 2, 5, 10, 20, 50].map((step) => even.losses[step - 1]!.toPrecision(4))],
      ],
    ),
    numbers: { raw, standardized: even },
    figures: [
      {
        id: 'raw-features',
        caption: {
          en: 'Raw features: a zigzag, then a crawl along the valley.',
          zh: '原始特征：先来回震荡，再沿谷底缓慢爬行。',
        },
        draw: contour(raw, 0, 'SGD, lr 0.004'),
      },
      {
        id: 'standardized-features',
        caption: { en: 'Standardized features: straight to the minimum.', zh: '标准化后：直奔最低点。' },
        draw: contour(even, 1, 'SGD, lr 0.2'),
      },
    ],
  };
}
