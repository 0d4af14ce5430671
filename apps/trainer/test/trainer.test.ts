import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expectWritableFolder, integer, positive, userPath, writeFileWhole } from '@sixstep/trainer';

const folder = (): string => mkdtempSync(join(tmpdir(), 'trainer-'));

/** Runs a program that imports the package. */
const run = (code: string) =>
  spawnSync(process.execPath, ['--input-type=module', '-e', `import * as trainer from '@sixstep/trainer'; ${code}`], {
    encoding: 'utf8',
  });

describe('runApp', () => {
  test('tells a failure in one line and gives 1', () => {
    const { status, stdout, stderr } = run(
      "await trainer.runApp(async () => { throw new Error('load: expected data.'); });",
    );
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: 'error: load: expected data.\n' });
  });

  test('gives 0 when all is well', () => {
    const { status, stdout, stderr } = run("await trainer.runApp(async () => console.log('done'));");
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'done\n', stderr: '' });
  });

  test('ends quietly when nobody reads on', () => {
    const code =
      "import * as trainer from '@sixstep/trainer'; await trainer.runApp(async () => {" +
      ' for (let i = 0; i < 1e6; i++) { console.log(i); if (i % 1000 === 0) await new Promise(setImmediate); } });';
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" --input-type=module -e "${code}" | head -n 1`],
      { encoding: 'utf8' },
    );
    expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });
  });
});

describe('files', () => {
  test('are written whole, over what was there, and nothing else is left', async () => {
    const path = join(folder(), 'a', 'b.txt');
    await writeFileWhole(path, 'one');
    await writeFileWhole(path, 'two');
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(join(path, '..'))).toEqual(['b.txt']);
  });

  test('leave nothing behind when they cannot be put in place', async () => {
    const place = folder();
    await writeFileWhole(join(place, 'taken', 'file'), '');
    await expect(writeFileWhole(join(place, 'taken'), 'text')).rejects.toThrow();
    expect(readdirSync(place)).toEqual(['taken']);
  });

  test('are where the user meant who called the package manager', () => {
    const { INIT_CWD } = process.env;
    try {
      process.env['INIT_CWD'] = resolve('/somewhere');
      expect(userPath('out')).toBe(resolve('/somewhere/out'));
      delete process.env['INIT_CWD'];
      expect(userPath('out')).toBe(resolve('out'));
    } finally {
      if (INIT_CWD !== undefined) process.env['INIT_CWD'] = INIT_CWD;
    }
  });

  test('need a folder', async () => {
    const place = folder();
    await expectWritableFolder(join(place, 'x', 'y'), '--out');
    expect(readdirSync(place)).toEqual(['x']);
    writeFileSync(join(place, 'file'), '');
    await expect(expectWritableFolder(join(place, 'file'), '--out')).rejects.toThrow(
      /^--out: expected a folder that can be written to, received .*file \(.*\)\. Choose another one\.$/,
    );
  });
});

describe('options', () => {
  test('integers have a least value', () => {
    expect(integer(1)('12')).toBe(12);
    for (const text of ['0', '1.5', '', ' ', 'x', '1e400']) {
      expect(() => integer(1)(text)).toThrow('Expected an integer of at least 1.');
    }
  });

  test('positive numbers are above 0 and finite', () => {
    expect(positive('1e-3')).toBe(0.001);
    for (const text of ['0', '-1', '', 'x', 'Infinity'])
      expect(() => positive(text)).toThrow('Expected a number above 0.');
  });
});
