import { nonNeg } from '@sixstep/constraints';
import * as layers from '@sixstep/layers';
const vector = [4, 4];
const sequence = [4, 5, 4];
const image = [4, 5, 6, 4];
const row = (shape, make, more = {}) => ({ make, shape, ...more });
const rows = [
    row(vector, () => layers.activation({ activation: 'sigmoid' })),
    row(vector, () => layers.activityRegularization({ l1: 0.1, l2: 0.2 })),
    row(vector, () => layers.alphaDropout({ rate: 0.4, seed: 1 })),
    row(sequence, () => layers.averagePooling1d({ poolSize: 2, padding: 'same' })),
    row(image, () => layers.averagePooling2d({ poolSize: 3, strides: [1, 2] })),
    row(vector, () => layers.batchNormalization({ momentum: 0.8 })),
    row(sequence, () => layers.batchNormalization({ axis: 1, renorm: true })),
    row(sequence, () => layers.conv1d({ filters: 3, kernelSize: 2, padding: 'causal', dilationRate: 2 })),
    row(sequence, () => layers.conv1dTranspose({ filters: 3, kernelSize: 3, strides: 2 })),
    row(image, () => layers.conv2d({ filters: 4, kernelSize: [3, 2], strides: 2, padding: 'same', activation: 'tanh', groups: 2 })),
    row(image, () => layers.conv2dTranspose({ filters: 3, kernelSize: [3, 2], strides: 2, padding: 'same', outputPadding: 1 })),
    row(sequence, () => layers.cropping1d({ cropping: [1, 2] })),
    row(image, () => layers.cropping2d({
        cropping: [
            [1, 0],
            [2, 1],
        ],
    })),
    row(sequence, () => layers.dense({ units: 3, activation: 'softmax', kernelRegularizer: 'l2', biasConstraint: nonNeg() })),
    row(sequence, () => layers.depthwiseConv1d({ kernelSize: 3, depthMultiplier: 2 })),
    row(image, () => layers.depthwiseConv2d({ kernelSize: 2, padding: 'same' })),
    row(sequence, () => layers.dropout({ rate: 0.4, seed: 1, noiseShape: [null, 1, 4] })),
    row(vector, () => layers.elu({ alpha: 0.7 })),
    row(vector, () => layers.embedding({ inputDim: 7, outputDim: 3 }), { integers: 7 }),
    row(image, () => layers.flatten()),
    row(vector, () => layers.gaussianDropout({ rate: 0.4, seed: 1 })),
    row(vector, () => layers.gaussianNoise({ stddev: 0.4, seed: 1 })),
    row(sequence, () => layers.globalAveragePooling1d()),
    row(image, () => layers.globalAveragePooling2d({ keepdims: true })),
    row(sequence, () => layers.globalMaxPooling1d()),
    row(image, () => layers.globalMaxPooling2d()),
    row(image, () => layers.groupNormalization({ groups: 2 })),
    row(sequence, () => layers.gru({ units: 3, returnSequences: true, dropout: 0.2, recurrentDropout: 0.1, seed: 3 })),
    row(sequence, () => layers.gru({ units: 3, resetAfter: false, useBias: false })),
    row(vector, () => layers.identity()),
    row(sequence, () => layers.layerNormalization({ axis: [1, 2] })),
    row(vector, () => layers.leakyReLU({ negativeSlope: 0.1 })),
    row(sequence, () => layers.lstm({ units: 3, recurrentActivation: 'softsign', unitForgetBias: false })),
    row(sequence, () => layers.masking()),
    row(sequence, () => layers.maxPooling1d({ poolSize: 2, strides: 1 })),
    row(image, () => layers.maxPooling2d({ poolSize: [2, 3], padding: 'same' })),
    row(sequence, () => layers.multiHeadAttention({ numHeads: 2, keyDim: 3, useGate: true, outputShape: 3, dropout: 0.1, seed: 5 })),
    row(vector, () => layers.normalization()),
    row(vector, () => layers.normalization({ mean: [1, 2, 3, 4], variance: [1, 4, 9, 16] })),
    row(sequence, () => layers.permute({ dims: [2, 1] })),
    row(image, () => layers.prelu({ sharedAxes: [1, 2] })),
    row(vector, () => layers.relu({ negativeSlope: 0.1, maxValue: 1, threshold: 0.2 })),
    row(vector, () => layers.repeatVector({ n: 4 })),
    row(vector, () => layers.rescaling({ scale: [1, 2, 3, 4], offset: -1 })),
    row(vector, () => layers.reshape({ targetShape: [-1, 2] })),
    row(sequence, () => layers.rmsNormalization()),
    row(sequence, () => layers.separableConv1d({ filters: 3, kernelSize: 2 })),
    row(image, () => layers.separableConv2d({ filters: 3, kernelSize: 3, depthMultiplier: 2, padding: 'same' })),
    row(sequence, () => layers.simpleRNN({ units: 3, activation: 'sigmoid', goBackwards: true })),
    row(sequence, () => layers.softmax({ axis: 1 })),
    row(sequence, () => layers.spatialDropout1d({ rate: 0.4, seed: 1 })),
    row(image, () => layers.spatialDropout2d({ rate: 0.4, seed: 1 })),
    row(sequence, () => layers.unitNormalization({ axis: 1 })),
    row(sequence, () => layers.upSampling1d({ size: 3 })),
    row(image, () => layers.upSampling2d({ size: [2, 3], interpolation: 'bilinear' })),
    row(sequence, () => layers.zeroPadding1d({ padding: [2, 1] })),
    row(image, () => layers.zeroPadding2d({
        padding: [
            [1, 2],
            [0, 1],
        ],
    })),
    row(vector, () => layers.add(), { takes: 'two' }),
    row(sequence, () => layers.additiveAttention(), { takes: 'two' }),
    row(sequence, () => layers.attention({ useScale: true, scoreMode: 'concat', dropout: 0.2, seed: 4 }), {
        takes: 'two',
    }),
    row(vector, () => layers.average(), { takes: 'two' }),
    row(sequence, () => layers.concatenate({ axis: 1 }), { takes: 'two' }),
    row(vector, () => layers.dot({ axes: 1, normalize: true }), { takes: 'two' }),
    row(vector, () => layers.maximum(), { takes: 'two' }),
    row(vector, () => layers.minimum(), { takes: 'two' }),
    row(vector, () => layers.multiply(), { takes: 'two' }),
    row(vector, () => layers.subtract(), { takes: 'two' }),
    row(vector, () => layers.simpleRNNCell({ units: 3 })),
    row(vector, () => layers.gruCell({ units: 3, dropout: 0.2, seed: 1 })),
    row(vector, () => layers.lstmCell({ units: 3, recurrentDropout: 0.2, seed: 1 })),
    row(sequence, () => layers.simpleRNN({ units: 3, recurrentDropout: 0.2, seed: 1, stateful: true }), {
        isStateful: true,
    }),
    row(sequence, () => layers.gru({ units: 3, stateful: true, returnSequences: true }), { isStateful: true }),
    row(sequence, () => layers.lstm({ units: 3, stateful: true, returnState: true }), { isStateful: true }),
    row(sequence, () => layers.bidirectional({ layer: layers.lstm({ units: 2, returnSequences: true, dropout: 0.2, seed: 1 }) })),
    row(sequence, () => layers.bidirectional({ layer: layers.gru({ units: 2, stateful: true }), mergeMode: 'sum' }), {
        isStateful: true,
    }),
    row(sequence, () => layers.bidirectional({
        layer: layers.gru({ units: 2 }),
        backwardLayer: layers.gru({ units: 2, goBackwards: true, useBias: false }),
        mergeMode: null,
    })),
    row(sequence, () => layers.timeDistributed({ layer: layers.dense({ units: 2 }) })),
    row(sequence, () => layers.timeDistributed({ layer: layers.batchNormalization() })),
];
const titles = new Map();
function titleOf({ make }) {
    const { className } = make();
    const count = (titles.get(className) ?? 0) + 1;
    titles.set(className, count);
    return count === 1 ? className : `${className} ${count}`;
}
/** Every layer, some with several choices of options. Those with dropout have a seed. */
export const layerExamples = rows.map((example) => ({ ...example, title: titleOf(example) }));
