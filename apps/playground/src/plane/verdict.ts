import type { PlaneReport } from './plane-report.js';

/** What a training looks like. */
export type Verdict = 'none' | 'underfit' | 'overfit' | 'fit' | 'broken';

/** Judges by loss and accuracy on train and test. */
export function verdict({ steps, train, test }: Pick<PlaneReport, 'steps' | 'train' | 'test'>): Verdict {
  if (steps === 0) return 'none';
  if (!Number.isFinite(train.loss) || train.loss > 1) return 'broken';
  if (train.accuracy < 0.85) return 'underfit';
  if (train.accuracy - test.accuracy > 0.08 && test.loss > 2 * train.loss) return 'overfit';
  return test.accuracy > 0.85 ? 'fit' : 'underfit';
}
