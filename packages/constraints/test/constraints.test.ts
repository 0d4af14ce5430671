import { describe, expect, test } from '@jest/globals';
import {
  type ConstraintName,
  constraints,
  getConstraint,
  maxNorm,
  minMaxNorm,
  nonNeg,
  unitNorm,
} from '@sixstep/constraints';
import { memory, norm, tensor1d, tensor2d, tidy, type Tensor } from '@tensorflow/tfjs-core';

const values = (f: () => Tensor): number[] => Array.from(tidy(f).dataSync());
const names = Object.keys(constraints) as ConstraintName[];

function expectNear(got: readonly number[], expected: readonly number[], tolerance = 1e-6): void {
  expect(got).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(Math.abs(got[i]! - value)).toBeLessThanOrEqual(tolerance));
}

test('by hand: [3, 4] has the norm 5', () => {
  const w = tensor1d([3, 4]);
  expectNear(
    values(() => maxNorm({ maxValue: 2.5 })(w)),
    [1.5, 2],
  );
  expectNear(
    values(() => unitNorm()(w)),
    [0.6, 0.8],
  );
  // halfway from 5 to 3 is 4
  expectNear(
    values(() => minMaxNorm({ maxValue: 3, rate: 0.5 })(w)),
    [2.4, 3.2],
  );
  expectNear(
    values(() => minMaxNorm({ minValue: 10, maxValue: 20 })(w)),
    [6, 8],
  );
  expect(values(() => nonNeg()(tensor1d([-1, 0, 2])))).toEqual([0, 0, 2]);
});

test('axis 0 takes one norm per column, axis 1 one per row, [0, 1] one for all', () => {
  const w = tensor2d([
    [3, 0],
    [4, 1],
  ]);
  expectNear(
    values(() => norm(unitNorm()(w), 2, 0)),
    [1, 1],
  );
  expectNear(
    values(() => norm(unitNorm({ axis: 1 })(w), 2, 1)),
    [1, 1],
  );
  expectNear(
    values(() => norm(unitNorm({ axis: [0, 1] })(w))),
    [1],
  );
});

describe.each(names)('%s', (name) => {
  const constraint = constraints[name]();
  const data = [3, -4, 0.1, 0.2, 0, 0];

  test('once is enough', () => {
    const once = values(() => constraint(tensor2d(data, [3, 2])));
    expectNear(
      values(() => constraint(tensor2d(once, [3, 2]))),
      once,
      1e-5,
    );
  });

  test('keeps the shape, changes no input and leaks no tensor', () => {
    const w = tensor2d(data, [3, 2]);
    const before = memory().numTensors;
    const allowed = constraint(w);
    expect(allowed.shape).toEqual([3, 2]);
    expect(memory().numTensors).toBe(before + 1);
    allowed.dispose();
    expect(Array.from(w.dataSync())).toEqual(Array.from(new Float32Array(data)));
    w.dispose();
  });

  test('is made again from what it says of itself', () => {
    const again = constraints[name](constraint.config as object);
    expect([again.className, again.config]).toEqual([constraint.className, constraint.config]);
    expect(getConstraint(name, 'dense')?.config).toEqual(constraint.config);
  });
});

test('defaults are those of Keras', () => {
  expect(maxNorm().config).toEqual({ maxValue: 2, axis: 0 });
  expect(minMaxNorm().config).toEqual({ minValue: 0, maxValue: 1, rate: 1, axis: 0 });
});

test('none is none, a part is itself', () => {
  const own = nonNeg();
  expect(getConstraint(undefined, 'dense')).toBeUndefined();
  expect(getConstraint(null, 'dense')).toBeUndefined();
  expect(getConstraint(own, 'dense')).toBe(own);
});

test('errors name the place, what was expected and what came', () => {
  expect(() => maxNorm({ maxValue: -1 })).toThrow('maxNorm: expected maxValue to be a number >= 0, received -1.');
  expect(() => minMaxNorm({ minValue: 2, maxValue: 1 })).toThrow(
    'minMaxNorm: expected maxValue to be a number >= 2, received 1.',
  );
  expect(() => unitNorm({ axis: 1 })(tensor1d([1]))).toThrow(
    'unitNorm: expected axis to be an integer >= -1 and <= 0, received 1. The weights have the shape [1].',
  );
  // @ts-expect-error no such name
  expect(() => getConstraint('maxnrom', 'dense')).toThrow(
    "dense: unknown constraint 'maxnrom'. Did you mean 'maxNorm'?",
  );
});
