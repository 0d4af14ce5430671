import {
  adam,
  adamW,
  ftrl,
  getOptimizer,
  lion,
  muon,
  type OptimizerName,
  optimizers,
  rmsprop,
  scheduleFreeAdamW,
  sgd,
} from '@sixstep/optimizers';
import { describe, expect, test } from '@jest/globals';
import { scalar, tidy, variable, zeros } from '@tensorflow/tfjs-core';

test('defaults are those of Keras', () => {
  const common = {
    learningRate: 0.001,
    weightDecay: null,
    clipnorm: null,
    clipvalue: null,
    globalClipnorm: null,
    useEma: false,
    emaMomentum: 0.99,
    emaOverwriteFrequency: null,
    gradientAccumulationSteps: null,
    excludeFromWeightDecay: null,
  };
  expect(adam().config).toEqual({ ...common, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, amsgrad: false });
  expect(adamW().config).toEqual({ ...adam().config, weightDecay: 0.004 });
  expect(sgd().config).toEqual({
    ...common,
    learningRate: 0.01,
    momentum: 0,
    nesterov: false,
    dampening: null,
    dampenFirstStep: true,
  });
  expect(rmsprop().config).toEqual({ ...common, rho: 0.9, momentum: 0, epsilon: 1e-7, centered: false });
  expect(lion().config).toEqual({ ...common, beta1: 0.9, beta2: 0.99 });
  expect(muon().config).toMatchObject({ weightDecay: 0.004, adamWeightDecay: 0.004, rmsRate: 0.2, nsSteps: 5 });
  expect(muon({ weightDecay: null, rmsRate: null }).config).toMatchObject({ weightDecay: null, rmsRate: null });
  expect(scheduleFreeAdamW().config).toMatchObject({ learningRate: 0.0025, epsilon: 1e-8, weightDecay: null });
});

describe('by name', () => {
  test('every name gives a new optimizer of its class', () => {
    for (const name of Object.keys(optimizers) as OptimizerName[]) {
      expect(getOptimizer(name)).not.toBe(getOptimizer(name));
      expect(getOptimizer(name).className.toLowerCase()).toBe(name.toLowerCase());
    }
  });

  test('an optimizer is itself', () => {
    const optimizer = sgd();
    expect(getOptimizer(optimizer)).toBe(optimizer);
  });

  test('an unknown name is told, with the nearest one', () => {
    // @ts-expect-error: there is no optimizer of that name
    expect(() => getOptimizer('adamm', 'compile')).toThrow("compile: unknown optimizer 'adamm'. Did you mean 'adam'?");
    // @ts-expect-error: nor is a number one
    expect(() => getOptimizer(3)).toThrow('getOptimizer: unknown optimizer 3. Known are: sgd, rmsprop,');
  });
});

describe('bad options are told', () => {
  test.each([
    [
      () => sgd({ learningRate: -1 }),
      'sgd: expected learningRate to be a number >= 0, received -1. Pass a number or a schedule, a function of the step.',
    ],
    [() => sgd({ momentum: 1.5 }), 'sgd: expected momentum to be a number >= 0 and <= 1, received 1.5.'],
    [() => sgd({ dampening: -1 }), 'sgd: expected dampening to be a number >= 0 and <= 1, received -1.'],
    [() => adam({ beta1: 1 }), 'adam: expected beta1 to be a number >= 0 and < 1, received 1.'],
    [() => adam({ epsilon: NaN }), 'adam: expected epsilon to be a number >= 0, received NaN.'],
    [() => adamW({ weightDecay: -1 }), 'adamW: expected weightDecay to be a number >= 0, received -1.'],
    [() => lion({ beta1: 0 }), 'lion: expected beta1 to be a number > 0 and <= 1, received 0.'],
    [() => ftrl({ learningRatePower: 1 }), 'ftrl: expected learningRatePower to be a number <= 0, received 1.'],
    [() => muon({ nsSteps: 1.5 }), 'muon: expected nsSteps to be an integer >= 0, received 1.5.'],
    [
      () => scheduleFreeAdamW({ beta1: 0 }),
      'scheduleFreeAdamW: expected beta1 to be a number > 0 and < 1, received 0.',
    ],
    [
      () => adam({ gradientAccumulationSteps: 1 }),
      'adam: expected gradientAccumulationSteps to be an integer >= 2, received 1.',
    ],
    [
      () => adam({ emaOverwriteFrequency: 0.5 }),
      'adam: expected emaOverwriteFrequency to be an integer >= 1, received 0.5.',
    ],
    [() => adam({ emaMomentum: 2 }), 'adam: expected emaMomentum to be a number >= 0 and <= 1, received 2.'],
    [
      () => adam({ clipnorm: 1, clipvalue: 1 }),
      'adam: expected one kind of clipping at most, received clipnorm and clipvalue.',
    ],
  ])('%#', (make, message) => {
    expect(make).toThrow(message);
  });

  test('by the compiler, too', () => {
    // @ts-expect-error: a slip of the pen
    adam({ learningrate: 0.1 });
    // @ts-expect-error: a learning rate is no text
    expect(() => adam({ learningRate: '0.1' })).toThrow(
      "adam: expected learningRate to be a number >= 0, received '0.1'.",
    );
    // @ts-expect-error: adamW has a weight decay always
    expect(() => adamW({ weightDecay: null })).toThrow(
      'adamW: expected weightDecay to be a number >= 0, received null.',
    );
    // @ts-expect-error: adam has no momentum
    adam({ momentum: 0.9 });
  });
});

describe('bad states are told, and change nothing', () => {
  const w = tidy(() => variable(zeros([2])));
  const optimizer = adam();
  optimizer.build({ w });

  test.each([
    [3, 'adam.state: expected iterations to be an integer >= 0, received undefined. Pass the state of an optimizer.'],
    [{ iterations: -1 }, 'adam.state: expected iterations to be an integer >= 0, received -1.'],
    [
      { iterations: 1, transform: [{ momentum: { w: scalar(1) }, velocity: {} }, {}] },
      'adam: expected state.transform.0.momentum.w to be a tensor of shape [2], received a tensor of shape []. ' +
        'Restore a state of the same optimizer and variables.',
    ],
    [{ iterations: 1, transform: [] }, 'adam: expected state.transform to be 2 states, received 0 states.'],
    [{ iterations: 1, transform: 7 }, 'adam: expected state.transform to be 2 states, received a number.'],
  ])('%#', (state, message) => {
    const before = optimizer.state;
    expect(() => (optimizer.state = state)).toThrow(message);
    expect(optimizer.state).toEqual(before);
  });

  test('of a fresh optimizer at its first step', () => {
    const fresh = adam();
    fresh.state = { iterations: 1, transform: 7 };
    const g = zeros([2]);
    expect(() => fresh.apply({ w: g }, { w })).toThrow(
      'adam: expected state.transform to be 2 states, received a number.',
    );
    g.dispose();
  });

  test('the variables must stay the same', () => {
    const [other, g] = tidy(() => [variable(zeros([3])), zeros([3])]);
    expect(() => optimizer.apply({ w: g! }, { w: other as never })).toThrow(
      'adam: expected the gradient of w to fit the shape [2], received [3]. Make another optimizer for other variables.',
    );
  });
});

test('variables are left out of weight decay by pattern or by function', () => {
  const run = (excludeFromWeightDecay: (string | RegExp)[] | ((name: string) => boolean)): number[] => {
    const variables = tidy(() => ({
      'a/kernel': variable(scalar(1)),
      'a/bias': variable(scalar(1)),
      'b/bias': variable(scalar(1)),
    }));
    const optimizer = sgd({ learningRate: 1, weightDecay: 0.5, excludeFromWeightDecay });
    const g = scalar(0);
    optimizer.apply({ 'a/kernel': g, 'a/bias': g, 'b/bias': g }, variables);
    return Object.values(variables).map((v) => v.dataSync()[0]!);
  };
  expect(run([])).toEqual([0.5, 0.5, 0.5]);
  expect(run(['bias'])).toEqual([0.5, 1, 1]);
  expect(run(['^a/b'])).toEqual([0.5, 1, 0.5]);
  expect(run([/BIAS$/i, 'nothing'])).toEqual([0.5, 1, 1]);
  expect(run((name) => name.startsWith('a/'))).toEqual([1, 1, 0.5]);
});
