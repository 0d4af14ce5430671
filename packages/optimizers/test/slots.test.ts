import {
  adadelta,
  adafactor,
  adagrad,
  adam,
  adamax,
  ftrl,
  lamb,
  lion,
  muon,
  nadam,
  type Optimizer,
  optimizer,
  rmsprop,
  scaleByAdam,
  scheduleFreeAdamW,
  setSlots,
  sgd,
  slots,
} from '@sixstep/optimizers';
import { expect, test } from '@jest/globals';
import { memory, scalar, tidy, variable, type Variable, zeros } from '@tensorflow/tfjs-core';

// From `[(v.name, v.shape) for v in optimizer.variables]` of real Keras after `build` with these two variables.
// prettier-ignore
const table: [string, () => Optimizer, [string, number[]][]][] = [
  ['SGD', () => sgd({ momentum: 0.9 }), [['kernel momentum', [2, 3]], ['bias momentum', [3]]]],
  ['RMSprop', () => rmsprop({ momentum: 0.5, centered: true }), [['kernel velocity', [2, 3]], ['bias velocity', [3]], ['kernel momentum', [2, 3]], ['bias momentum', [3]], ['kernel averageGradient', [2, 3]], ['bias averageGradient', [3]]]],
  ['Adagrad', adagrad, [['kernel accumulator', [2, 3]], ['bias accumulator', [3]]]],
  ['Adadelta', adadelta, [['kernel accumulatedGrad', [2, 3]], ['kernel accumulatedDeltaVar', [2, 3]], ['bias accumulatedGrad', [3]], ['bias accumulatedDeltaVar', [3]]]],
  ['Adam', () => adam({ amsgrad: true }), [['kernel momentum', [2, 3]], ['kernel velocity', [2, 3]], ['bias momentum', [3]], ['bias velocity', [3]], ['kernel velocityHat', [2, 3]], ['bias velocityHat', [3]]]],
  ['Nadam', nadam, [['kernel momentum', [2, 3]], ['kernel velocity', [2, 3]], ['bias momentum', [3]], ['bias velocity', [3]], ['uProduct', []]]],
  ['Adamax', adamax, [['kernel momentum', [2, 3]], ['kernel norm', [2, 3]], ['bias momentum', [3]], ['bias norm', [3]]]],
  ['Ftrl', ftrl, [['kernel accumulator', [2, 3]], ['kernel linear', [2, 3]], ['bias accumulator', [3]], ['bias linear', [3]]]],
  ['Lion', lion, [['kernel momentum', [2, 3]], ['bias momentum', [3]]]],
  ['Lamb', lamb, [['kernel momentum', [2, 3]], ['kernel velocity', [2, 3]], ['bias momentum', [3]], ['bias velocity', [3]]]],
  ['Adafactor', adafactor, [['kernel r', [2]], ['kernel c', [3]], ['kernel velocity', [2, 3]], ['bias r', []], ['bias c', []], ['bias velocity', [3]]]],
  ['Muon', muon, [['kernel momentum', [2, 3]], ['bias momentum', [3]], ['bias velocity', [3]]]],
  ['ScheduleFreeAdamW', scheduleFreeAdamW, [['kernel momentum', [2, 3]], ['kernel velocity', [2, 3]], ['bias momentum', [3]], ['bias velocity', [3]]]],
  ['SGD with averages and accumulation', () => sgd({ momentum: 0.9, useEma: true, gradientAccumulationSteps: 2 }), [['kernel average', [2, 3]], ['bias average', [3]], ['kernel gradientAccumulator', [2, 3]], ['bias gradientAccumulator', [3]], ['kernel momentum', [2, 3]], ['bias momentum', [3]]]],
  ['an optimizer of its own', () => optimizer({ transform: scaleByAdam() }), [['kernel momentum', [2, 3]], ['kernel velocity', [2, 3]], ['bias momentum', [3]], ['bias velocity', [3]]]],
];

const makeVariables = (): Record<string, Variable> =>
  tidy(() => ({ kernel: variable(zeros([2, 3])), bias: variable(zeros([3])) }));

test.each(table)('the slots of %s stand in the order in which Keras saves them', (_, make, expected) => {
  const made = make();
  const variables = makeVariables();
  made.build(variables);
  expect(
    slots(made).map(({ slot, variable, value }) => [
      variable === undefined ? slot : `${variable} ${slot}`,
      typeof value === 'number' ? [] : value.shape,
    ]),
  ).toEqual([['iteration', []], ['learningRate', []], ...expected]);
  made.dispose();
  for (const v of Object.values(variables)) v.dispose();
});

test('a schedule takes the place of the learning rate, as in Keras', () => {
  expect(slots(sgd({ learningRate: () => 1 })).map(({ slot }) => slot)).toEqual(['iteration']);
  const built = sgd({ learningRate: 0.5 });
  expect(slots(built)).toEqual([
    { slot: 'iteration', value: 0 },
    { slot: 'learningRate', value: 0.5 },
  ]);
});

test('setting slots sets the whole state, or nothing', () => {
  const made = nadam();
  const variables = makeVariables();
  made.build(variables);
  const before = memory().numTensors;
  const values = slots(made).map(({ value }, i) => (typeof value === 'number' ? i + 1 : zeros(value.shape)));
  setSlots(made, values);
  expect(made.iterations).toBe(1);
  expect(made.learningRate).toBe(2);
  expect(slots(made).at(-1)).toEqual({ slot: 'uProduct', value: 7 });
  expect(() => setSlots(made, values.slice(1))).toThrow(
    'setSlots: expected 7 values, received 6. Build the optimizer for the same variables and with the same options first.',
  );
  const one = scalar(1);
  expect(() =>
    setSlots(
      made,
      values.map((value, i) => (i === 2 ? one : value)),
    ),
  ).toThrow(
    'setSlots: expected momentum of kernel to be a tensor of shape [2, 3], received a tensor of shape []. ' +
      'Pass the values in the order of slots.',
  );
  expect(() =>
    setSlots(
      made,
      values.map((value, i) => (i === 6 ? one : value)),
    ),
  ).toThrow(
    'setSlots: expected uProduct to be a number, received a tensor of shape []. Pass the values in the order of slots.',
  );
  expect(slots(made).at(-1)).toEqual({ slot: 'uProduct', value: 7 });
  for (const value of [...values, one]) if (typeof value !== 'number') value.dispose();
  expect(memory().numTensors).toBe(before);
  made.dispose();
  for (const v of Object.values(variables)) v.dispose();
});
