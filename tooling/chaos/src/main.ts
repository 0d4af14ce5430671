import { parseArgs } from 'node:util';
import { fuzzFiles } from './fuzz.js';
import { killTrainings } from './kill.js';
import { soak } from './soak.js';

const help = `Usage: npm run chaos -- [options]

Trains many small models with random faults, kills trainings at random moments, and reads broken files.

  --kills N   how many trainings to kill (default 200; 0: none)
  --files N   how many broken files to read (default 100000; 0: none)
  --fits N    how many small models to train (default 3000; 0: none)
  --seed N    where the random numbers begin (default: the time)
  --help      show this text`;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    files: { type: 'string', default: '100000' },
    fits: { type: 'string', default: '3000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 32) },
    help: { type: 'boolean' },
  },
});
if (values.help) console.log(help);
else {
  const [kills, files, fits, seed] = [values.kills, values.files, values.fits, values.seed].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  console.log(`seed ${seed}`);
  try {
    if (files > 0) {
      fuzzFiles(files, seed);
      console.log(`${files} broken files were read or refused`);
    }
    if (fits > 0) await soak(fits, seed, console.log);
    if (kills > 0) await killTrainings(kills, seed, console.log);
  } catch (error) {
    console.error((error as Error).message, (error as Error).cause ?? '');
    process.exitCode = 1;
  }
}
