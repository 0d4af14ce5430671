import { parseArgs } from 'node:util';
import { fuzzFiles } from './fuzz.js';
import { killTrainings } from './kill.js';

const help = `Usage: npm run chaos -- [options]

Kills trainings at random moments, and reads broken files.

  --kills N   how many trainings to kill (default 200; 0: none)
  --files N   how many broken files to read (default 100000; 0: none)
  --seed N    where the random numbers begin (default: the time)
  --help      show this text`;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    files: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 32) },
    help: { type: 'boolean' },
  },
});
if (values.help) console.log(help);
else {
  const [kills, files, seed] = [Number(values.kills), Number(values.files), Number(values.seed)];
  console.log(`seed ${seed}`);
  try {
    if (files > 0) {
      fuzzFiles(files, seed);
      console.log(`${files} broken files were read or refused`);
    }
    if (kills > 0) await killTrainings(kills, seed, console.log);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
