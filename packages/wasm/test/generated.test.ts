import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

test('src/generated is what assembly/ compiles to: within its size, without a data segment, importing the memory alone', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-module.js', '--check'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}, 60_000);
