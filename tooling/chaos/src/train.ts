// node dist/train.js FOLDER: trains, or goes on where the checkpoints in FOLDER say, and writes FOLDER/final.safetensors.
import { join } from 'node:path';
import { directoryStore, latestCheckpoint, modelCheckpoint, weightArrays, writeSafetensors } from '@sixstep/formats';
import { glorotUniform } from '@sixstep/initializers';
import { batchNormalization, dense, dropout, input } from '@sixstep/layers';
import { earlyStopping, sequential } from '@sixstep/model';
import { adam } from '@sixstep/optimizers';
import { Generator } from '@sixstep/random';
import { useWasm } from '@sixstep/wasm';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('train: expected a folder for the checkpoints.');
await useWasm();

const random = new Generator(1);
const data = (shape: number[]): { data: Float32Array; shape: number[] } => ({
  data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => random.normal()),
  shape,
});
const model = sequential([
  input({ shape: [20] }),
  dense({ units: 64, activation: 'relu', kernelInitializer: glorotUniform({ seed: 1 }) }),
  batchNormalization(),
  dropout({ rate: 0.3, seed: 2 }),
  dense({ units: 1, kernelInitializer: glorotUniform({ seed: 3 }) }),
]);
model.compile({ optimizer: adam({ useEma: true }), loss: 'meanSquaredError', metrics: ['meanAbsoluteError'] });

const store = directoryStore(join(folder, 'checkpoints'));
const resumeFrom = await latestCheckpoint(store, {
  onUnreadable: (name) => console.log(`unreadable ${name}`),
});
console.log(`training from ${resumeFrom?.epoch ?? 0} ${resumeFrom?.batch ?? 0}`);
await model.fit(data([400, 20]), data([400, 1]), {
  batchSize: 16,
  epochs: 12,
  seed: 4,
  validationSplit: 0.1,
  callbacks: [earlyStopping({ patience: 100, restoreBestWeights: true }), modelCheckpoint({ store, everySteps: 2 })],
  resumeFrom,
});
await directoryStore(folder).write('final.safetensors', writeSafetensors(weightArrays(model)));
console.log('done');
