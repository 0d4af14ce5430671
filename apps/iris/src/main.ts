import { progressBar } from '@sixstep/model';
import { stopOnInterrupt, trainingReport, userPath, writeFileWhole } from '@sixstep/trainer';
import { useWasm } from '@sixstep/wasm';
import { readOptions } from './options.js';
import { showFlowers } from './show-flowers.js';
import { train } from './train.js';

const options = readOptions(process.argv.slice(2));
const say = (text: string): void => void process.stdout.write(text);

await useWasm();
const interruption = stopOnInterrupt(say);
const { model, iris, history, seconds } = await train(options, [progressBar({ every: 20 }), interruption]);
say('\n');
model.summary();

const report = trainingReport(model, history, seconds);
const percent = (share: number | null): string => (share === null ? 'not computed' : `${(100 * share).toFixed(2)} %`);
say(
  `\n${interruption.happened ? 'Interrupted after' : 'Trained'} ${report.epochs} epochs in ${seconds.toFixed(2)} s\n`,
);
say(`Train accuracy:      ${percent(report.final.accuracy)}\n`);
say(`Validation accuracy: ${percent(report.final.valAccuracy)}\n\n`);
say(`${await showFlowers(model, iris)}\n`);
say(`\nSHA-256 of the weights: ${report.weightsSha256}\n`);
if (options.json !== undefined) {
  const path = userPath(options.json);
  await writeFileWhole(path, `${JSON.stringify(report, null, 2)}\n`);
  say(`Report written to ${path}\n`);
}
