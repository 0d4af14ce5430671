import type { ArrayData } from '@sixstep/datasets';
import { lineChart, lossContour } from '@sixstep/plots';
import { tensor1d } from '@tensorflow/tfjs-core';
import type { Experiment, Part } from '../lesson/part.js';
import { short } from '../lesson/short.js';
import { table } from '../lesson/table.js';
import { valuesOf } from '../lesson/values-of.js';
import { candidateNames, candidates } from './candidates.js';
import type { Surface } from './surfaces.js';
import { walk } from './walk.js';

/** The loss at the centers of the cells of a grid. */
function gridOf({ loss, xDomain, yDomain }: Surface): ArrayData<Float32Array> {
  const [rows, columns] = [150, 200];
  const xs = new Float32Array(rows * columns);
  const ys = new Float32Array(rows * columns);
  for (let i = 0; i < xs.length; i++) {
    xs[i] = xDomain[0] + ((xDomain[1] - xDomain[0]) * ((i % columns) + 0.5)) / columns;
    ys[i] = yDomain[0] + ((yDomain[1] - yDomain[0]) * (Math.floor(i / columns) + 0.5)) / rows;
  }
  const values = valuesOf(() => loss(tensor1d(xs), tensor1d(ys)));
  return { data: Float32Array.from(values), shape: [rows, columns] };
}

/** All optimizers on one surface. */
export const paths =
  (surface: Surface): Experiment =>
  (): Part => {
    const { id, title, formula, text, steps, rates, minimum, xDomain, yDomain } = surface;
    const walks = candidateNames.map((name) => ({
      name,
      rate: rates[name],
      ...walk(surface, candidates[name](rates[name])),
    }));
    const grid = gridOf(surface);
    const at = [0, 10, 20, 40, steps];
    return {
      id,
      title,
      text: [
        {
          en: `Loss: ${formula}; ${steps} steps from (${surface.start.map((w) => short(w)).join(', ')}). ${text.en}`,
          zh: `损失：${formula}；从 (${surface.start.map((w) => short(w)).join(', ')}) 出发走 ${steps} 步。${text.zh}`,
        },
      ],
      printed: [
        `${formula}: loss above the least one after a step, and where the path ends`,
        table(
          ['optimizer', 'lr', ...at.map(String), 'end'],
          walks.map(({ name, rate, losses, path }) => [
            name,
            String(rate),
            ...at.map((step) => losses[step]!.toPrecision(3)),
            `(${path
              .at(-1)!
              .map((w) => w.toFixed(3))
              .join(', ')})`,
          ]),
        ),
      ].join('\n'),
      numbers: { formula, start: surface.start, walks },
      figures: [
        {
          id: `paths-${id}`,
          caption: { en: 'The same start, the same loss: eight ways.', zh: '同样的起点，同样的损失：八条路径。' },
          draw: (language) =>
            lossContour({
              language,
              title: `${title[language]}: ${formula}`,
              width: 560,
              height: 420,
              loss: grid,
              minimum,
              xDomain,
              yDomain,
              xLabel: 'x',
              yLabel: 'y',
              paths: Object.fromEntries(walks.map(({ name, path }) => [name, path])),
            }),
        },
        {
          id: `losses-${id}`,
          caption: {
            en: 'The loss above the least one, on a logarithmic axis.',
            zh: '损失与最小值之差（对数坐标）。',
          },
          draw: (language) =>
            lineChart({
              language,
              title: { en: 'Loss over the steps', zh: '损失随步数的变化' }[language],
              width: 560,
              height: 420,
              log: 'y',
              lines: Object.fromEntries(
                walks.map(({ name, losses }) => [name, { y: losses.map((loss) => Math.max(loss, 1e-8)), dots: false }]),
              ),
              xLabel: { en: 'step', zh: '步数' }[language],
              yLabel: { en: 'loss − least loss', zh: '损失 − 最小损失' }[language],
            }),
        },
      ],
    };
  };
