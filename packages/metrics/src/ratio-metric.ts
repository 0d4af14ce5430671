import { expectInteger } from '@sixstep/parts';
import { addConfusion, type Cells, emptyCells } from './confusion.js';
import { confusionInputs } from './confusion-inputs.js';
import { createMetric } from './create-metric.js';
import { divide } from './divide.js';
import { NEVER } from './keep-top-k.js';
import type { Metric, NameOptions } from './metric.js';
import { areEven, listThresholds, type Thresholds } from './thresholds.js';
import { read } from './values.js';

export interface RatioOptions extends NameOptions {
  /** In [0, 1]; 0.5 by default, none with `topK`. Several give several results. */
  readonly thresholds?: Thresholds;
  /** Only the k largest predictions of a row can be positive. */
  readonly topK?: number | null;
  /** Only this class is looked at. */
  readonly classId?: number | null;
}

/** truePositives / (truePositives + other): `precision` and `recall`. */
export function ratioMetric(
  className: string,
  other: 'falsePositives' | 'falseNegatives',
  name: string,
  { thresholds = null, topK = null, classId = null }: RatioOptions,
): Metric<number | readonly number[]> {
  if (topK !== null) expectInteger(name, 'topK', topK);
  const list = listThresholds(name, thresholds, topK === null ? 0.5 : NEVER);
  const cuts = { thresholds: list, even: areEven(list) };
  const zeros = (): number[] => new Array<number>(list.length).fill(0);
  return createMetric({
    className,
    name,
    direction: 'up',
    config: { thresholds, topK, classId },
    start: () => ({ truePositives: zeros(), [other]: zeros() }) as Pick<Cells, 'truePositives' | typeof other>,
    update(state, yTrue, yPred, sampleWeight) {
      const cells = emptyCells(list.length);
      const inputs = confusionInputs(
        read(yTrue),
        read(yPred),
        sampleWeight && read(sampleWeight),
        { topK, classId },
        name,
      );
      addConfusion(cells, inputs, cuts, 1);
      for (const key of ['truePositives', other] as const) {
        state[key] = state[key].map((count, i) => count + cells[key][i]!);
      }
    },
    result(state) {
      const ratios = state.truePositives.map((tp, i) => divide(tp, tp + state[other][i]!));
      return ratios.length === 1 ? ratios[0]! : ratios;
    },
  });
}
