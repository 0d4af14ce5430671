import { type Schedule, sgd } from '@sixstep/optimizers';
import { add, scalar, type Scalar, square, variable } from '@tensorflow/tfjs-core';
import { gradientOf } from '../lesson/gradient-of.js';

/** One line of the demonstration. */
export interface DescentRow {
  readonly epoch: number;
  /** After the step. */
  readonly w: number;
  /** Before the step. */
  readonly loss: number;
  /** Of the step. */
  readonly lr: number;
}

/** Gradient descent on loss = (w + 1)^2 from w = 5, whose minimum is at w = -1. */
export function descendParabola(learningRate: number | Schedule, epochs = 40): DescentRow[] {
  const w = variable(scalar(5));
  const optimizer = sgd({ learningRate });
  const rows = Array.from({ length: epochs }, (_, epoch) => {
    const lr = optimizer.currentLearningRate();
    const { value: loss } = gradientOf(
      () => square(add(w, 1)) as Scalar,
      [w],
      ([gradient]) => optimizer.apply({ w: gradient! }, { w }),
    );
    return { epoch, w: w.dataSync()[0]!, loss, lr };
  });
  optimizer.dispose();
  w.dispose();
  return rows;
}

/** A row as the lecture prints it. */
export function descentLine({ epoch, w, loss, lr }: DescentRow): string {
  return `After ${epoch} epoch,w is ${w.toFixed(6)},loss is ${loss.toFixed(6)},lr is ${lr.toFixed(6)}`;
}

/** The rows as lines, of which the middle ones are left out. */
export function firstAndLastLines(rows: readonly DescentRow[], first: number, last: number): string {
  return [...rows.slice(0, first).map(descentLine), '...', ...rows.slice(-last).map(descentLine)].join('\n');
}
