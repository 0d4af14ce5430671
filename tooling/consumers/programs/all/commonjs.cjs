// CommonJS: every package can be required, and trains.
const assert = require('node:assert/strict');
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const { useWasm } = require('@sixstep/wasm');
const { expectedLoss, trainIris } = require('./iris.js');

for (const name of readdirSync(join(__dirname, 'node_modules/@sixstep'))) {
  const exported = Object.keys(require(`@sixstep/${name}`));
  assert.ok(exported.length > 0, `@sixstep/${name} exports nothing`);
}

useWasm()
  .then(trainIris)
  .then((loss) => assert.equal(loss, expectedLoss));
