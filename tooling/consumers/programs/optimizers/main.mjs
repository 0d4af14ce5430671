// @sixstep/optimizers alone, in a loop over tfjs-core written by hand, gradients too. y = 2 x + 1.
import assert from 'node:assert/strict';
import { adam } from '@sixstep/optimizers';
import '@tensorflow/tfjs-backend-cpu';
import { add, mean, memory, mul, setBackend, sub, tensor, tidy, variable } from '@tensorflow/tfjs-core';

await setBackend('cpu');
const x = tensor([0, 1, 2, 3]);
const y = tensor([1, 3, 5, 7]);
const variables = { slope: variable(tensor(0)), offset: variable(tensor(0)) };
const optimizer = adam({ learningRate: 0.1 });
optimizer.build(variables);

const before = memory().numTensors;
for (let step = 0; step < 300; step++) {
  tidy(() => {
    const error = sub(add(mul(variables.slope, x), variables.offset), y);
    // Of mean(error^2).
    const gradients = { slope: mul(2, mean(mul(error, x))), offset: mul(2, mean(error)) };
    optimizer.apply(gradients, variables);
  });
}
assert.equal(memory().numTensors, before);
const [slope, offset] = [...variables.slope.dataSync(), ...variables.offset.dataSync()];
assert.ok(Math.abs(slope - 2) < 0.01 && Math.abs(offset - 1) < 0.02, `received ${slope} x + ${offset}`);
