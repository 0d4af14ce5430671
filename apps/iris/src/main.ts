import { dirname } from 'node:path';
import { progressBar } from '@sixstep/model';
import {
  expectWritableFolder,
  runApp,
  stopOnInterrupt,
  trainingReport,
  userPath,
  writeFileWhole,
} from '@sixstep/trainer';
import { useWasm } from '@sixstep/wasm';
import { readOptions } from './options.js';
import { showFlowers } from './show-flowers.js';
import { train } from './train.js';

const options = readOptions(process.argv.slice(2));
const say = (text: string): void => void process.stdout.write(text);

await runApp(async () => {
  const json = options.json === undefined ? undefined : userPath(options.json);
  if (json !== undefined) await expectWritableFolder(dirname(json), '--json');
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
  if (json !== undefined) {
    await writeFileWhole(json, `${JSON.stringify(report, null, 2)}\n`);
    say(`Report written to ${json}\n`);
  }
});
