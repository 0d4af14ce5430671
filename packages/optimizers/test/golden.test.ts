import { describe, expect, test } from '@jest/globals';
import { getKernelsForBackend, memory, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { type Case, failures, readCases } from './fixtures.js';

const conformance = new URL('../../../tooling/conformance/fixtures/', import.meta.url);
const lecture = readCases(new URL('optimizers-lecture.json', conformance)).filter((c) => 'gradients' in c.inputs);
const cases = {
  'the numbers of real Keras': readCases(new URL('optimizers.json', conformance)),
  'the numbers of real Keras, with odd shapes, missing gradients and mixed options': readCases(
    new URL('golden/keras.json', import.meta.url),
  ),
  "the lecture's formulas to the letter": lecture,
};

/** The optimizers that may run as kernels: once as kernels, once as chains. */
const fusible = /SGD|RMSprop|Adam(W)?$|Nadam/;

function withoutKernels<T>(f: () => T): T {
  const kernels = getKernelsForBackend('wasm').filter(({ kernelName }) =>
    /^Sixstep(Sgd|Momentum|Rmsprop|N?[Aa]dam)$/.test(kernelName),
  );
  for (const { kernelName, backendName } of kernels) unregisterKernel(kernelName, backendName);
  try {
    return f();
  } finally {
    kernels.forEach(registerKernel);
  }
}

describe.each(Object.entries(cases))('%s', (_, suite) => {
  test.each(suite.map((c): [string, Case] => [c.name, c]))('%s', (_, c) => {
    const before = memory().numTensors;
    expect(failures(c)).toEqual([]);
    if (fusible.test(c.target)) expect(withoutKernels(() => failures(c))).toEqual([]);
    expect(memory().numTensors).toBe(before);
  });
});
