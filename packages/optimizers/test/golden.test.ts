import { describe, expect, test } from '@jest/globals';
import { memory } from '@tensorflow/tfjs-core';
import { failures, readCases } from './fixtures.js';

const conformance = new URL('../../../tooling/conformance/fixtures/', import.meta.url);

describe('the numbers of real Keras', () => {
  test.each(readCases(new URL('optimizers.json', conformance)).map((c) => [c.name, c] as const))('%s', (_, c) => {
    const before = memory().numTensors;
    expect(failures(c)).toEqual([]);
    expect(memory().numTensors).toBe(before);
  });
});

describe("the lecture's formulas to the letter", () => {
  const cases = readCases(new URL('optimizers-lecture.json', conformance)).filter((c) => 'gradients' in c.inputs);
  test.each(cases.map((c) => [c.name, c] as const))('%s', (_, c) => {
    expect(failures(c)).toEqual([]);
  });
});
