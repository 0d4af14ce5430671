// The same training in Node and in the browser.
import { latestCheckpoint, modelCheckpoint, weightArrays, type CheckpointStore } from '@sixstep/formats';
import { glorotUniform } from '@sixstep/initializers';
import { dense, dropout, gru, input } from '@sixstep/layers';
import { sequential, type Callback } from '@sixstep/model';

const numbers = (shape: number[]): { data: Float32Array; shape: number[] } => ({
  data: Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => ((i * 37) % 101) / 101 - 0.5),
  shape,
});

/** Trains, or goes on where the newest checkpoint in `store` is; at batch `failAt` the power fails. Returns the weights. */
export async function train(store: CheckpointStore, failAt = Infinity): Promise<number[]> {
  const model = sequential([
    input({ shape: [5, 3] }),
    gru({ units: 4, kernelInitializer: glorotUniform({ seed: 1 }), recurrentInitializer: glorotUniform({ seed: 2 }) }),
    dropout({ rate: 0.3, seed: 3 }),
    dense({ units: 1, kernelInitializer: glorotUniform({ seed: 4 }) }),
  ]);
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError', metrics: ['meanAbsoluteError'] });
  let batches = 0;
  const powerCut: Callback = {
    onTrainBatchEnd() {
      if (++batches === failAt) throw new Error('power cut');
    },
  };
  const resumeFrom = await latestCheckpoint(store);
  try {
    await model.fit(numbers([40, 5, 3]), numbers([40, 1]), {
      batchSize: 8,
      epochs: 4,
      seed: 5,
      callbacks: [modelCheckpoint({ store, everySteps: 2 }), powerCut],
      resumeFrom,
    });
    return Object.values(weightArrays(model)).flatMap(({ data }) => Array.from(data as Float32Array));
  } finally {
    model.dispose();
  }
}
