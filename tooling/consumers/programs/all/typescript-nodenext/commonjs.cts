// TypeScript that becomes CommonJS.
import schedules = require('@sixstep/schedules');

const rate: number = schedules.exponentialDecay({ initialLearningRate: 0.2, decaySteps: 1, decayRate: 0.5 })(1);
if (rate !== 0.1) throw new Error(`expected 0.1, received ${rate}`);

export function wrong(): void {
  // @ts-expect-error there is no such option
  schedules.constant({ rate: 1 });
}
