import { expect, test } from '@jest/globals';
import * as layers from '@sixstep/layers';
import { dense, embedding, Layer, lstm, type AnyLayer } from '@sixstep/layers';
import { memory, mul, ones, tensor2d, type Tensor } from '@tensorflow/tfjs-core';

type Factory = (options?: object) => AnyLayer;
const table = layers as unknown as Record<string, Factory>;

const badOptions: readonly (readonly [factory: string, options: object, text: string])[] = [
  [
    'dense',
    { units: -3 },
    'dense: expected units to be an integer >= 1, received -3. Pass the number of output features, e.g. dense({ units: 10 }).',
  ],
  [
    'dense',
    { units: 2, kernelInitializer: 'heNormal' },
    "dense: expected kernelInitializer to be a function such as glorotUniform(), received 'heNormal'. Import it from @sixstep/initializers.",
  ],
  [
    'dense',
    { units: 2, biasConstraint: 'nonNeg' },
    "dense: expected biasConstraint to be a function such as maxNorm(), received 'nonNeg'. Import it from @sixstep/constraints.",
  ],
  ['dense', { units: 2, kernelRegularizer: 'l1_l2' }, "dense: unknown regularizer 'l1_l2'. Did you mean 'l1l2'?"],
  ['lstm', { units: 2, recurrentInitializer: 'orthogonal' }, 'lstm: expected recurrentInitializer to be a function'],
  ['activation', { activation: 'sigmoyd' }, "activation: unknown activation 'sigmoyd'. Did you mean 'sigmoid'?"],
  [
    'dropout',
    { rate: 1.5 },
    'dropout: expected rate to be a number >= 0 and <= 1, received 1.5. Pass e.g. dropout({ rate: 0.5 }).',
  ],
  ['dropout', { rate: 0.5, seed: -1 }, 'dropout: expected seed to be an integer >= 0 and <= 4294967295, received -1.'],
  [
    'dropout',
    { rate: 0.5, noiseShape: 'all' },
    "dropout: expected noiseShape to be a list of sizes such as [null, 1, 8], received 'all'.",
  ],
  [
    'conv2d',
    { filters: 2 },
    'conv2d: expected kernelSize to be an integer or a list of 2 integers, received undefined.',
  ],
  ['conv2d', { filters: 2, kernelSize: [3, 0] }, 'conv2d: expected each kernelSize to be an integer >= 1, received 0.'],
  [
    'conv2d',
    { filters: 3, kernelSize: 3, groups: 2 },
    'conv2d: expected filters to be divisible by groups, received 3 and 2.',
  ],
  [
    'conv2d',
    { filters: 3, kernelSize: 3, strides: 2, dilationRate: 2 },
    'conv2d: expected strides or dilationRate to be 1, received strides [2, 2] and dilationRate [2, 2].',
  ],
  [
    'conv2d',
    { filters: 3, kernelSize: 3, padding: 'causal' },
    "conv2d: expected padding to be one of 'valid', 'same', received 'causal'.",
  ],
  [
    'conv1d',
    { filters: 3, kernelSize: 3, dataFormat: 'channels_first' },
    "conv1d: expected dataFormat to be one of 'channelsLast', 'channelsFirst', received 'channels_first'. Did you mean 'channelsFirst'?",
  ],
  [
    'conv1dTranspose',
    { filters: 3, kernelSize: 3, strides: 2, outputPadding: 2 },
    'conv1dTranspose: expected outputPadding to be less than strides, received [2] and [2].',
  ],
  [
    'maxPooling2d',
    { poolSize: [2] },
    'maxPooling2d: expected poolSize to be an integer or a list of 2 integers, received [2].',
  ],
  [
    'zeroPadding2d',
    { padding: 'same' },
    "zeroPadding2d: expected padding to be an integer, [height, width] or [[top, bottom], [left, right]], received 'same'.",
  ],
  [
    'upSampling2d',
    { interpolation: 'linear' },
    "upSampling2d: expected interpolation to be one of 'nearest', 'bilinear', 'bicubic', 'lanczos3', 'lanczos5', received 'linear'. Did you mean 'bilinear'?",
  ],
  ['reshape', { targetShape: [-1, -1] }, 'reshape: expected at most one -1 in targetShape, received [-1, -1].'],
  ['permute', { dims: [0, 1] }, 'permute: expected dims to hold each of 1, 2, ... once, received [0, 1].'],
  ['repeatVector', { n: 0 }, 'repeatVector: expected n to be an integer >= 1, received 0.'],
  ['rescaling', {}, 'rescaling: expected scale to be a number or a list of numbers, received undefined.'],
  [
    'normalization',
    { mean: 1 },
    'normalization: expected mean and variance to be given together, of one shape, received 1 and undefined.',
  ],
  [
    'embedding',
    { inputDim: 0, outputDim: 2 },
    'embedding: expected inputDim to be an integer >= 1, received 0. Pass e.g. embedding({ inputDim: 1000, outputDim: 64 }).',
  ],
  [
    'batchNormalization',
    { momentum: 2 },
    'batchNormalization: expected momentum to be a number >= 0 and <= 1, received 2.',
  ],
  [
    'groupNormalization',
    { groups: 0 },
    'groupNormalization: expected groups to be an integer >= 1, or -1, received 0.',
  ],
  [
    'bidirectional',
    { layer: dense({ units: 2 }) },
    'bidirectional: expected layer to be a recurrent layer such as lstm({ units: 64 }), received an object',
  ],
  [
    'bidirectional',
    { layer: lstm({ units: 2 }), mergeMode: 'add' },
    "bidirectional: expected mergeMode to be one of 'concat', 'sum', 'ave', 'mul', received 'add'.",
  ],
  [
    'bidirectional',
    { layer: lstm({ units: 2 }), backwardLayer: lstm({ units: 2 }) },
    'bidirectional: expected layer and backwardLayer to differ in goBackwards, received false for both.',
  ],
  [
    'timeDistributed',
    { layer: 'dense' },
    "timeDistributed: expected layer to be a layer, received 'dense'. Pass e.g. dense({ units: 10 }).",
  ],
  ['dot', { axes: [1, 2, 3] }, 'dot: expected axes to be an integer or a list of two, received [1, 2, 3].'],
  [
    'multiHeadAttention',
    { numHeads: 2 },
    'multiHeadAttention: expected keyDim to be an integer >= 1, received undefined. Pass e.g. multiHeadAttention({ numHeads: 8, keyDim: 64 }).',
  ],
  ['attention', { scoreMode: 'add' }, "attention: expected scoreMode to be one of 'dot', 'concat', received 'add'."],
];

test.each(badOptions)('%s(%j) says what is wrong', (factory, options, text) => {
  expect(() => table[factory]!(options)).toThrow(text);
});

const badInputs: readonly (readonly [title: string, run: () => unknown, text: string])[] = [
  [
    'a convolution of a sequence',
    () => apply('conv2d', { filters: 1, kernelSize: 2 }, [2, 3, 4]),
    'conv2d: expected an input of shape [batch, ?, ?, ?], received [2, 3, 4].',
  ],
  [
    'a window larger than the input',
    () => apply('conv2d', { filters: 1, kernelSize: 5 }, [1, 4, 4, 1]),
    'conv2d: expected an input large enough for an output of positive size, received [1, 4, 4, 1], which gives [1, 0, 0].',
  ],
  [
    'a pool larger than the input',
    () => apply('maxPooling2d', { poolSize: 3 }, [4, 2, 2, 1]),
    'max_pooling2d: expected an input large enough for an output of positive size, received [4, 2, 2, 1], which gives [4, 0, 0].',
  ],
  [
    'a pool larger than the sequence',
    () => apply('averagePooling1d', { poolSize: 3, strides: 1 }, [1, 2, 1]),
    'average_pooling1d: expected an input large enough for an output of positive size, received [1, 1, 2, 1], which gives [1, 1, 0].',
  ],
  [
    'groups that do not divide',
    () => apply('conv1d', { filters: 2, kernelSize: 1, groups: 2 }, [1, 4, 3]),
    "conv1d: expected the input's channels to be divisible by groups, received 3 and 2.",
  ],
  [
    'a crop of everything',
    () => apply('cropping1d', { cropping: 2 }, [1, 4, 3]),
    'cropping1d: expected an input large enough for an output of positive size, received [1, 4, 3], which gives [1, 0, 3].',
  ],
  [
    'a shape that does not fit',
    () => apply('reshape', { targetShape: [5] }, [2, 6]),
    'reshape: expected samples of a size that fits [5], received [2, 6].',
  ],
  [
    'an axis that is not there',
    () => apply('layerNormalization', { axis: 3 }, [2, 6]),
    'layer_normalization: expected axis to be from -2 to 1 for an input of rank 2, received 3.',
  ],
  [
    'inputs of different shapes',
    () => table['add']!().apply([ones([2, 3]), ones([2, 4])]),
    'add: expected inputs of one shape, received [2, 3] and [2, 4].',
  ],
  [
    'one input where two are subtracted',
    () => table['subtract']!().apply([ones([2, 3])]),
    'subtract: expected a list of 2 inputs, received 1 of them.',
  ],
  [
    'other sizes that differ',
    () => table['concatenate']!().apply([ones([2, 3]), ones([3, 3])]),
    'concatenate: expected inputs of one shape but along axis -1, received [2, 3] and [3, 3].',
  ],
  [
    'a dot product of different sizes',
    () => table['dot']!({ axes: 1 }).apply([ones([2, 3]), ones([2, 4])]),
    'dot: expected the same size along axes [1, 1], received [2, 3] and [2, 4].',
  ],
  [
    'attention to nothing',
    () => table['attention']!().apply([ones([2, 3, 4])]),
    'attention: expected [query, value] or [query, value, key], received 1 inputs.',
  ],
  [
    'no time steps',
    () => apply('lstm', { units: 2 }, [2, 0, 3]),
    'lstm: expected at least one time step, received an input of shape [2, 0, 3].',
  ],
  [
    'a state that does not fit',
    () => table['lstm']!({ units: 2 }).apply(ones([2, 3, 4]), { initialState: [ones([2, 2])] }),
    'lstm: expected initialState to be of shape [2, 2] and [2, 2], received [2, 2].',
  ],
  [
    'an integer beyond the table',
    () => embedding({ inputDim: 3, outputDim: 2 }).apply(tensor2d([[0, 3]], [1, 2], 'int32')),
    'embedding: expected integers from 0 to 2, received 3.',
  ],
  [
    'features that cannot be grouped',
    () => apply('groupNormalization', { groups: 2 }, [2, 3]),
    "group_normalization: expected the input's 3 features to be divisible by groups, received 2.",
  ],
];

function apply(factory: string, options: object, shape: number[]): Tensor {
  return table[factory]!(options).apply(ones(shape)) as Tensor;
}

test.each(badInputs)('%s is told with the place', (_, run, text) => {
  expect(run).toThrow(text);
});

class InitializerByName extends Layer {
  override build(): void {
    this.addWeight({ name: 'w', shape: [2], initializer: 'zeros' as never });
  }
  override call(x: Tensor): Tensor {
    return x;
  }
}
class WeightInCall extends Layer {
  override call(x: Tensor): Tensor {
    return mul(x, this.addWeight({ name: 'w', shape: [2] }));
  }
}
class NoReturn extends Layer {
  override call(): Tensor {
    return undefined as never;
  }
}

test.each([
  [
    InitializerByName,
    "initializer_by_name: expected the initializer of w to be a function such as glorotUniform(), received 'zeros'. Import it from @sixstep/initializers.",
  ],
  [
    WeightInCall,
    'weight_in_call: expected addWeight to be called in build, received w when it was built. Make weights in build(inputShape).',
  ],
  [NoReturn, 'no_return: expected call to return a Tensor or a list of them, received undefined. Is there a return?'],
])("a layer of one's own that is wrong is told how to be right: %p", (Own: new () => Layer, text) => {
  const { numTensors } = memory();
  expect(() => new Own().apply(ones([1, 2]))).toThrow(text);
  expect(memory().numTensors).toBe(numTensors + 1); // the input
});

test('a call without a return is told in computeOutputShape too', () => {
  expect(() => new NoReturn().computeOutputShape([null, 2])).toThrow('no_return: expected call to return a Tensor');
});
