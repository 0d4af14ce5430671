import { expect, test } from '@jest/globals';
import {
  alphaDropout,
  dropout,
  gaussianDropout,
  gaussianNoise,
  spatialDropout1d,
  spatialDropout2d,
  type AnyLayer,
} from '@sixstep/layers';
import { setRandomSeed } from '@sixstep/random';
import { mean, moments, ones, tidy, zeros, type Tensor } from '@tensorflow/tfjs-core';

const train = (layer: AnyLayer, x: Tensor): number[] =>
  tidy(() => [...(layer.apply(x, { training: true }) as Tensor).dataSync()]);

test('dropout drops about rate of the elements and lets the others grow by 1 / (1 - rate)', () => {
  const y = train(dropout({ rate: 0.25, seed: 3 }), ones([100, 100]));
  expect(new Set(y)).toEqual(new Set([0, Math.fround(1 / 0.75)]));
  // 10,000 draws: 2500 zeros with a standard deviation of 43.
  expect(Math.abs(y.filter((value) => value === 0).length - 2500)).toBeLessThan(5 * 43);
});

test('dropout of rate 0 lets all pass, of rate 1 nothing', () => {
  expect(train(dropout({ rate: 0 }), ones([2, 2]))).toEqual([1, 1, 1, 1]);
  expect(train(dropout({ rate: 1 }), ones([2, 2]))).toEqual([0, 0, 0, 0]);
});

test('the same seed gives the same draws, which differ from call to call; a state that is set back gives them again', () => {
  const x = ones([4, 8]);
  const first = dropout({ rate: 0.5, seed: 7 });
  const { state } = first.generator;
  const draws = train(first, x);
  expect(train(dropout({ rate: 0.5, seed: 7 }), x)).toEqual(draws);
  expect(train(first, x)).not.toEqual(draws);
  first.generator.state = state;
  expect(train(first, x)).toEqual(draws);
  setRandomSeed(5);
  const common = train(dropout({ rate: 0.5 }), x);
  setRandomSeed(5);
  expect(train(dropout({ rate: 0.5 }), x)).toEqual(common);
});

test('noiseShape drops together where its size is 1', () => {
  const y = train(dropout({ rate: 0.5, seed: 2, noiseShape: [null, 1] }), ones([20, 3]));
  for (let row = 0; row < 20; row++) expect(new Set(y.slice(3 * row, 3 * row + 3)).size).toBe(1);
  expect(new Set(y).size).toBe(2);
});

test('spatial dropout drops whole channels', () => {
  const sequence = train(spatialDropout1d({ rate: 0.5, seed: 2 }), ones([1, 5, 8]));
  for (let channel = 0; channel < 8; channel++)
    expect(new Set(sequence.filter((_, i) => i % 8 === channel)).size).toBe(1);
  expect(new Set(sequence).size).toBe(2);
  const image = train(spatialDropout2d({ rate: 0.5, seed: 2, dataFormat: 'channelsFirst' }), ones([1, 8, 3, 3]));
  for (let channel = 0; channel < 8; channel++) expect(new Set(image.slice(9 * channel, 9 * channel + 9)).size).toBe(1);
  expect(new Set(image).size).toBe(2);
});

test('Gaussian noise has mean 0 and the given deviation, Gaussian dropout mean 1 and variance rate / (1 - rate)', () => {
  tidy(() => {
    const statistics = (layer: AnyLayer, x: Tensor): number[] => {
      const { mean: average, variance } = moments(layer.apply(x, { training: true }) as Tensor);
      return [average.dataSync()[0]!, variance.dataSync()[0]!];
    };
    const [noiseMean, noiseVariance] = statistics(gaussianNoise({ stddev: 0.5, seed: 1 }), zeros([200, 200]));
    expect(noiseMean).toBeCloseTo(0, 1);
    expect(noiseVariance).toBeCloseTo(0.25, 1);
    const [dropMean, dropVariance] = statistics(gaussianDropout({ rate: 0.2, seed: 1 }), ones([200, 200]));
    expect(dropMean).toBeCloseTo(1, 1);
    expect(dropVariance).toBeCloseTo(0.25, 1);
  });
});

test('alpha dropout keeps mean 0 and variance 1 of what has them', () => {
  tidy(() => {
    const x = gaussianNoise({ stddev: 1, seed: 4 }).apply(zeros([300, 300]), { training: true });
    const y = alphaDropout({ rate: 0.3, seed: 5 }).apply(x, { training: true });
    const { variance } = moments(y);
    expect(mean(y).dataSync()[0]).toBeCloseTo(0, 1);
    expect(variance.dataSync()[0]).toBeCloseTo(1, 1);
  });
});
