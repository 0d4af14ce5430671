import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';

/** Interrupts a training that never ends at these times, in milliseconds, and says what it printed and how it ended. */
async function interrupted(...times: readonly number[]) {
  const code = `
    import { stopOnInterrupt } from '@sixstep/trainer';
    const interruption = stopOnInterrupt((text) => process.stdout.write(text));
    let stops = 0;
    const training = { stop: () => stops++ };
    interruption.onTrainBegin(training);
    console.log('begun');
    setTimeout(() => {
      interruption.onTrainBatchEnd(0, {}, training);
      interruption.onTrainEnd();
      console.log(interruption.happened, stops);
    }, 1500);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
  let stdout = '';
  child.stdout.on('data', (text: Buffer) => {
    stdout += String(text);
    if (stdout === 'begun\n') for (const time of times) setTimeout(() => child.kill('SIGINT'), time);
  });
  const status = await new Promise((done) => child.on('close', done));
  return { stdout, status };
}

const begun = 'begun\n';
const told = '\nInterrupted: the training ends after this batch. Press Ctrl-C again to quit at once.\n';

test('one interruption stops the training and lets the program go on', async () => {
  expect(await interrupted(10)).toEqual({ stdout: `${begun}${told}true 1\n`, status: 0 });
});

test('one that is passed on by a parent as well counts once', async () => {
  expect(await interrupted(10, 60)).toEqual({ stdout: `${begun}${told}true 1\n`, status: 0 });
});

test('a second one ends the program', async () => {
  expect(await interrupted(10, 900)).toEqual({ stdout: `${begun}${told}`, status: 130 });
});

test('without any nothing is told', async () => {
  expect(await interrupted()).toEqual({ stdout: `${begun}false 0\n`, status: 0 });
});
