// ES modules in Node: every package can be imported, and trains.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { useWasm } from '@sixstep/wasm';
import { expectedLoss, trainIris } from './iris.js';

for (const name of readdirSync(new URL('./node_modules/@sixstep', import.meta.url))) {
  const exported = Object.keys(await import(`@sixstep/${name}`));
  assert.ok(exported.length > 0, `@sixstep/${name} exports nothing`);
}

await useWasm();
assert.equal(await trainIris(), expectedLoss);
