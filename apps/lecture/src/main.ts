import { dirname } from 'node:path';
import { expectWritableFolder, runApp, userPath, writeFileWhole } from '@sixstep/trainer';
import { useWasm } from '@sixstep/wasm';
import { findDigits } from './lesson/find-digits.js';
import { numbersOf } from './lesson/numbers-of.js';
import { readOptions } from './options.js';
import { htmlPage } from './page/html-page.js';
import { runLecture } from './run-lecture.js';
import { sections } from './sections.js';

const options = readOptions(process.argv.slice(2));
const say = (text: string): void => void process.stdout.write(text);

await runApp(async () => {
  const out = userPath(options.out);
  const json = options.json === undefined ? undefined : userPath(options.json);
  await expectWritableFolder(dirname(out), '--out');
  if (json !== undefined) await expectWritableFolder(dirname(json), '--json');
  const [digits] = await Promise.all([findDigits(), useWasm()]);
  const start = performance.now();
  const chapters = await runLecture(sections, { seed: options.seed, digits }, say);
  await writeFileWhole(out, await htmlPage(chapters));
  if (json !== undefined) {
    await writeFileWhole(json, `${JSON.stringify(numbersOf(chapters), null, 2)}\n`);
    say(`\nNumbers written to ${json}`);
  }
  say(`\nPage written to ${out} after ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
});
