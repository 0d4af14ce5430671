import * as layers from '@sixstep/layers';
import { Generator } from '@sixstep/random';
import { tensor } from '@tensorflow/tfjs-core';
const example = (factory, shape, options = {}, more = {}) => ({
    factory,
    shape,
    options,
    ...more,
});
const pair = [[3, 4], [3, 4]];
const image = [2, 5, 6, 4];
const sequence = [3, 5, 4];
/** Every layer of the package, some with several choices of options. */
export const examples = [
    example('dense', [3, 4], { units: 2, activation: 'tanh', kernelRegularizer: 'l2' }),
    example('dense', [2, 3, 4], { units: 3, activation: 'softmax', useBias: false }),
    example('flatten', image),
    example('reshape', [2, 6], { targetShape: [-1, 2] }),
    example('permute', sequence, { dims: [2, 1] }),
    example('repeatVector', [2, 3], { n: 4 }),
    example('identity', [2, 3]),
    example('activation', [3, 4], { activation: 'sigmoid' }),
    example('relu', [3, 4], { negativeSlope: 0.1, maxValue: 1, threshold: 0.2 }),
    example('leakyReLU', [3, 4], { negativeSlope: 0.1 }),
    example('elu', [3, 4], { alpha: 0.7 }),
    example('prelu', image, { sharedAxes: [1, 2] }),
    example('softmax', sequence, { axis: 1 }),
    example('dropout', [3, 4], { rate: 0.4, seed: 1 }),
    example('alphaDropout', [3, 4], { rate: 0.4, seed: 1 }),
    example('gaussianDropout', [3, 4], { rate: 0.4, seed: 1 }),
    example('gaussianNoise', [3, 4], { stddev: 0.4, seed: 1 }),
    example('spatialDropout1d', sequence, { rate: 0.4, seed: 1 }),
    example('spatialDropout2d', image, { rate: 0.4, seed: 1 }),
    example('activityRegularization', [3, 4], { l1: 0.1, l2: 0.2 }),
    example('masking', sequence),
    example('rescaling', [2, 3], { scale: [1, 2, 3], offset: -1 }),
    example('normalization', [4, 3]),
    example('normalization', [4, 3], { mean: [1, 2, 3], variance: [1, 4, 9] }),
    example('embedding', [3, 4], { inputDim: 7, outputDim: 3, maskZero: true }, { integers: 7 }),
    example('conv1d', sequence, { filters: 3, kernelSize: 2, padding: 'causal', dilationRate: 2 }),
    example('conv2d', image, { filters: 4, kernelSize: [3, 2], strides: 2, padding: 'same', activation: 'tanh' }),
    example('conv2d', image, { filters: 4, kernelSize: 2, groups: 2, useBias: false }),
    example('conv2d', [2, 3, 5, 6], { filters: 4, kernelSize: 2, dataFormat: 'channelsFirst' }),
    example('depthwiseConv1d', sequence, { kernelSize: 3, depthMultiplier: 2 }),
    example('depthwiseConv2d', image, { kernelSize: 2, dilationRate: 2, strides: 2, padding: 'same' }),
    example('separableConv1d', sequence, { filters: 3, kernelSize: 2 }),
    example('separableConv2d', image, { filters: 3, kernelSize: 3, depthMultiplier: 2, padding: 'same' }),
    example('conv1dTranspose', sequence, { filters: 3, kernelSize: 3, strides: 2 }),
    example('conv2dTranspose', image, { filters: 3, kernelSize: [3, 2], strides: 2, padding: 'same', outputPadding: 1 }),
    example('maxPooling1d', sequence, { poolSize: 2, strides: 1 }),
    example('maxPooling2d', image, { poolSize: [2, 3], padding: 'same' }),
    example('averagePooling1d', sequence, { poolSize: 2, padding: 'same' }),
    example('averagePooling2d', image, { poolSize: 3, strides: [1, 2], dataFormat: 'channelsFirst' }),
    example('globalMaxPooling1d', sequence),
    example('globalMaxPooling2d', image, { keepdims: true }),
    example('globalAveragePooling1d', sequence),
    example('globalAveragePooling2d', image, { dataFormat: 'channelsFirst' }),
    example('zeroPadding1d', sequence, { padding: [2, 1] }),
    example('zeroPadding2d', image, { padding: [[1, 2], [0, 1]] }),
    example('cropping1d', sequence, { cropping: [1, 2] }),
    example('cropping2d', image, { cropping: [[1, 0], [2, 1]] }),
    example('upSampling1d', sequence, { size: 3 }),
    example('upSampling2d', image, { size: [2, 3] }),
    example('upSampling2d', image, { size: [2, 3], interpolation: 'bilinear' }),
    example('batchNormalization', [6, 4], { momentum: 0.8 }),
    example('batchNormalization', sequence, { axis: 1, renorm: true }),
    example('layerNormalization', sequence, { axis: [1, 2] }),
    example('groupNormalization', image, { groups: 2 }),
    example('rmsNormalization', sequence),
    example('unitNormalization', sequence, { axis: 1 }),
    example('simpleRNN', sequence, { units: 3, activation: 'sigmoid' }),
    example('simpleRNN', sequence, { units: 3, returnSequences: true, returnState: true, goBackwards: true }),
    example('lstm', sequence, { units: 3 }),
    example('lstm', sequence, { units: 3, recurrentActivation: 'softsign', returnSequences: true, returnState: true }),
    example('gru', sequence, { units: 3, returnSequences: true }),
    example('gru', sequence, { units: 3, resetAfter: false, useBias: false }),
    example('simpleRNNCell', [[3, 4], [3, 2]], { units: 2 }),
    example('lstmCell', [[3, 4], [3, 2], [3, 2]], { units: 2 }),
    example('gruCell', [[3, 4], [3, 2]], { units: 2 }),
    example('bidirectional', sequence, { layer: layers.lstm({ units: 2, returnSequences: true }) }),
    example('bidirectional', sequence, { layer: layers.gru({ units: 2, returnState: true }), mergeMode: null }),
    example('timeDistributed', [2, 3, 5, 5, 1], { layer: layers.conv2d({ filters: 2, kernelSize: 2 }) }),
    example('add', [...pair, [3, 1]]),
    example('subtract', pair),
    example('multiply', pair),
    example('average', pair),
    example('maximum', pair),
    example('minimum', pair),
    example('concatenate', [[3, 2, 4], [3, 1, 4]], { axis: 1 }),
    example('dot', [[3, 2, 4], [3, 4, 2]], { axes: [2, 1], normalize: true }),
    example('attention', [[2, 3, 4], [2, 5, 4]], { useScale: true, scoreMode: 'concat' }),
    example('additiveAttention', [[2, 3, 4], [2, 5, 4]]),
    example('multiHeadAttention', sequence, { numHeads: 2, keyDim: 3, useGate: true, outputShape: 3 }, { call: { useCausalMask: true } }),
];
export const titleOf = ({ factory, options }) => `${factory}(${Object.entries(options).map(([name, value]) => `${name}: ${value instanceof layers.Layer ? value.className : JSON.stringify(value)}`).join(', ')})`;
export const makeExample = ({ factory, options }) => layers[factory](options);
/** The input's shapes as a list. */
export const shapesOf = ({ shape }) => (Array.isArray(shape[0]) ? shape : [shape]);
export const takesList = ({ shape }) => Array.isArray(shape[0]);
/** Numbers that lie apart from each other and from the kinks of the activations. */
export function dataFor(shape, seed, integers) {
    const generator = new Generator(seed);
    const size = shape.reduce((product, n) => product * n, 1);
    if (integers !== undefined)
        return tensor(Array.from({ length: size }, () => generator.integer(integers)), [...shape], 'int32');
    const spread = Array.from(generator.permutation(size), (i) => ((i + 0.13 + 0.2 * (seed % 5)) / size) * 3.1 - 1.55);
    return tensor(spread, [...shape]);
}
