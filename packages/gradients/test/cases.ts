import * as tf from '@tensorflow/tfjs-core';

/** A differentiable function of tensors, with the shapes and the range of its arguments. */
export interface Case {
  readonly title: string;
  readonly f: (...x: tf.Tensor[]) => tf.Tensor;
  readonly shapes: number[][];
  readonly range?: readonly [number, number];
}

const unary = (title: string, f: (x: tf.Tensor) => tf.Tensor, range: readonly [number, number] = [-2, 2]): Case => ({
  title,
  f: (x) => f(x as tf.Tensor),
  shapes: [[3, 5]],
  range,
});

const binary = (
  title: string,
  f: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor,
  range?: readonly [number, number],
): Case[] =>
  [
    {
      of: 'equal shapes',
      shapes: [
        [2, 3],
        [2, 3],
      ],
    },
    { of: 'a row', shapes: [[2, 3], [3]] },
    { of: 'a scalar', shapes: [[], [2, 3]] },
    {
      of: 'both broadcast',
      shapes: [
        [4, 1, 3],
        [2, 1],
      ],
    },
    {
      of: 'kept axes',
      shapes: [
        [1, 3],
        [2, 3],
      ],
    },
  ].map(({ of, shapes }) => ({
    title: `${title}, ${of}`,
    f: (a, b) => f(a as tf.Tensor, b as tf.Tensor),
    shapes,
    ...(range && { range }),
  }));

const one = (title: string, f: (x: tf.Tensor) => tf.Tensor, shape: number[]): Case => ({
  title,
  f: (x) => f(x as tf.Tensor),
  shapes: [shape],
});

const t4 = (x: tf.Tensor): tf.Tensor4D => x as tf.Tensor4D;
const conv = (
  title: string,
  x: number[],
  filter: number[],
  f: (x: tf.Tensor4D, filter: tf.Tensor4D) => tf.Tensor,
): Case => ({
  title,
  f: (a, b) => f(t4(a as tf.Tensor), t4(b as tf.Tensor)),
  shapes: [x, filter],
});

/** Functions whose gradients TensorFlow.js has right, as the oracle `@tensorflow/tfjs` and central differences tell. */
export const cases: readonly Case[] = [
  ...binary('add', tf.add),
  ...binary('sub', tf.sub),
  ...binary('mul', tf.mul),
  ...binary('div', tf.div, [0.5, 2]),
  ...binary('pow', tf.pow, [0.5, 2]),
  ...binary('atan2', tf.atan2, [0.5, 2]),
  {
    title: 'addN',
    f: (a, b, c) => tf.addN([a, b, c] as tf.Tensor[]),
    shapes: [
      [2, 3],
      [2, 3],
      [2, 3],
    ],
  },
  {
    title: 'addN of one tensor twice',
    f: (a) => tf.mul(tf.addN([a, a] as tf.Tensor[]), a as tf.Tensor),
    shapes: [[2, 3]],
  },
  unary('add to itself', (x) => tf.mul(tf.add(x, x), x)),
  unary('identity used twice', (x) => tf.add(tf.clone(x), tf.mul(x, tf.clone(x)))),
  unary('neg', tf.neg),
  unary('abs', tf.abs),
  unary('square', tf.square),
  unary('sqrt', tf.sqrt, [0.2, 3]),
  unary('rsqrt', tf.rsqrt, [0.2, 3]),
  unary('reciprocal', tf.reciprocal, [0.3, 3]),
  unary('exp', tf.exp),
  unary('expm1', tf.expm1),
  unary('log', tf.log, [0.3, 3]),
  unary('log1p', tf.log1p, [-0.5, 3]),
  unary('sin', tf.sin),
  unary('cos', tf.cos),
  unary('tan', tf.tan, [-1, 1]),
  unary('sinh', tf.sinh),
  unary('cosh', tf.cosh),
  unary('asin', tf.asin, [-0.8, 0.8]),
  unary('acos', tf.acos, [-0.8, 0.8]),
  unary('atan', tf.atan),
  unary('asinh', tf.asinh),
  unary('acosh', tf.acosh, [1.3, 3]),
  unary('atanh', tf.atanh, [-0.8, 0.8]),
  unary('erf', tf.erf),
  unary('relu', tf.relu),
  unary('relu6', (x) => tf.relu6(tf.mul(x, 4.7))),
  unary('elu', tf.elu),
  unary('selu', tf.selu),
  unary('sigmoid', tf.sigmoid, [-6, 6]),
  unary('tanh', tf.tanh, [-4, 4]),
  unary('softplus', tf.softplus, [-6, 6]),
  unary('leakyRelu', (x) => tf.leakyRelu(x, 0.3)),
  unary('softmax', (x) => tf.softmax(x), [-3, 3]),
  unary('logSoftmax', (x) => tf.logSoftmax(x), [-3, 3]),
  unary('clipByValue', (x) => tf.clipByValue(x, -0.75, 0.95)),
  unary('cast', (x) => tf.mul(tf.cast(x, 'float32'), x)),
  {
    title: 'prelu',
    f: (x, a) => tf.prelu(x as tf.Tensor, a as tf.Tensor),
    shapes: [
      [2, 3, 4],
      [3, 1],
    ],
  },
  {
    title: 'where',
    f: (a, b) => tf.where(tf.greater(a as tf.Tensor, 0), a as tf.Tensor, b as tf.Tensor),
    shapes: [
      [3, 4],
      [3, 4],
    ],
  },
  one('sum of all', (x) => tf.sum(x), [2, 3, 4]),
  one('sum over axes', (x) => tf.sum(x, [0, -1]), [2, 3, 4]),
  one('sum keeping axes', (x) => tf.sum(x, 1, true), [2, 3, 4]),
  one('mean of all', (x) => tf.mean(x), [2, 3, 4]),
  one('mean over an axis', (x) => tf.mean(x, [1]), [2, 3, 4]),
  one('max over an axis', (x) => tf.max(x, -1), [3, 4]),
  one('max of all', (x) => tf.max(x), [3, 4]),
  one('min keeping axes', (x) => tf.min(x, 0, true), [3, 4]),
  one('prod over the last axis', (x) => tf.prod(x, 2), [2, 3, 4]),
  one('cumsum', (x) => tf.cumsum(x, 2), [2, 3, 4]),
  one('cumsum exclusive, reversed', (x) => tf.cumsum(x, 2, true, true), [2, 3, 4]),
  ...[false, true].flatMap((turnA) =>
    [false, true].map((turnB): Case => ({
      title: `matMul${turnA ? ' a^T' : ''}${turnB ? ' b^T' : ''}`,
      f: (a, b) => tf.matMul(a as tf.Tensor, b as tf.Tensor, turnA, turnB),
      shapes: [turnA ? [2, 4, 3] : [2, 3, 4], turnB ? [2, 5, 4] : [2, 4, 5]],
    })),
  ),
  one('reshape', (x) => tf.reshape(x, [6, 4]), [2, 3, 4]),
  one('reshape to the same shape, used twice', (x) => tf.add(tf.reshape(x, [2, 3]), tf.square(x)), [2, 3]),
  one('expandDims', (x) => tf.expandDims(x, 1), [2, 3]),
  one('squeeze', (x) => tf.squeeze(x), [2, 1, 3]),
  one('transpose', (x) => tf.transpose(x, [2, 0, 1]), [2, 3, 4]),
  one('reverse', (x) => tf.reverse(x, [0, 2]), [2, 3, 4]),
  {
    title: 'concat',
    f: (a, b, c) => tf.concat([a, b, c] as tf.Tensor[], 1),
    shapes: [
      [2, 3, 2],
      [2, 1, 2],
      [2, 2, 2],
    ],
  },
  {
    title: 'concat over the last axis',
    f: (a, b) => tf.concat([a, b] as tf.Tensor[], -1),
    shapes: [
      [2, 3],
      [2, 2],
    ],
  },
  one('split', (x) => tf.mul(tf.split(x, 2, 1)[0] as tf.Tensor, 3), [2, 4]),
  one('split, all parts', (x) => tf.addN(tf.split(x, 2, 1)), [2, 4]),
  one('slice', (x) => tf.slice(x, [0, 1, 2], [2, 1, -1]), [2, 3, 4]),
  one('slice of everything', (x) => tf.slice(x, 0), [4]),
  one(
    'pad',
    (x) =>
      tf.pad(x, [
        [1, 0],
        [0, 2],
      ]),
    [2, 3],
  ),
  {
    title: 'stack',
    f: (a, b) => tf.stack([a, b] as tf.Tensor[], 1),
    shapes: [
      [2, 3],
      [2, 3],
    ],
  },
  one('unstack', (x) => tf.mul(tf.unstack(x, 1)[1] as tf.Tensor, tf.unstack(x, 1)[0] as tf.Tensor), [2, 3]),
  one('tile', (x) => tf.tile(x, [2, 1, 3]), [2, 3, 4]),
  one('broadcastTo', (x) => tf.broadcastTo(x, [4, 2, 3]), [2, 1]),
  one('gather rows', (x) => tf.gather(x, tf.tensor1d([2, 0, 2, 1], 'int32')), [3, 4]),
  one('gather along axis 1', (x) => tf.gather(x, tf.tensor1d([2, 0, 2], 'int32'), 1), [2, 3, 4]),
  one(
    'gather by a matrix',
    (x) =>
      tf.gather(
        x,
        tf.tensor2d(
          [
            [2, 0, 2],
            [1, 1, 0],
          ],
          [2, 3],
          'int32',
        ),
        0,
      ),
    [3, 4],
  ),
  one('unsortedSegmentSum', (x) => tf.unsortedSegmentSum(x, tf.tensor1d([2, 0, 2, 1], 'int32'), 4), [4, 3]),
  one(
    'spaceToBatchND',
    (x) =>
      tf.spaceToBatchND(
        x,
        [2, 2],
        [
          [0, 0],
          [0, 1],
        ],
      ),
    [1, 4, 3, 2],
  ),
  one(
    'batchToSpaceND',
    (x) =>
      tf.batchToSpaceND(
        x,
        [2, 2],
        [
          [0, 0],
          [1, 0],
        ],
      ),
    [4, 2, 3, 1],
  ),
  conv('conv2d same', [2, 5, 4, 2], [3, 3, 2, 3], (x, k) => tf.conv2d(x, k, 1, 'same')),
  conv('conv2d valid with strides', [1, 6, 7, 2], [3, 2, 2, 3], (x, k) => tf.conv2d(x, k, [2, 1], 'valid')),
  conv('conv2d same with strides', [1, 7, 5, 1], [3, 3, 1, 2], (x, k) => tf.conv2d(x, k, 2, 'same')),
  conv('conv2dTranspose', [2, 3, 4, 2], [3, 3, 3, 2], (x, k) => tf.conv2dTranspose(x, k, [2, 6, 8, 3], 2, 'same')),
  conv('depthwiseConv2d', [2, 5, 4, 2], [3, 2, 2, 3], (x, k) => tf.depthwiseConv2d(x, k, 1, 'same')),
  conv('depthwiseConv2d with strides', [1, 7, 6, 2], [3, 3, 2, 1], (x, k) => tf.depthwiseConv2d(x, k, 2, 'valid')),
  one('maxPool', (x) => tf.maxPool(t4(x), 2, 2, 'valid'), [2, 4, 6, 2]),
  one('maxPool overlapping', (x) => tf.maxPool(t4(x), 3, 1, 'same'), [1, 4, 5, 2]),
  one('avgPool', (x) => tf.avgPool(t4(x), 2, 2, 'valid'), [2, 4, 4, 2]),
  {
    title: 'batchNorm',
    f: (x, mean, variance, offset, scale) =>
      tf.batchNorm(
        t4(x as tf.Tensor),
        mean as tf.Tensor1D,
        tf.square(variance as tf.Tensor1D),
        offset as tf.Tensor1D,
        scale as tf.Tensor1D,
        0.1,
      ),
    shapes: [[2, 3, 2, 4], [4], [4], [4], [4]],
    range: [0.5, 2],
  },
];

/** Functions where TensorFlow.js has no gradient or a wrong one; central differences tell. */
export const ownCases: readonly Case[] = [
  ...binary('squaredDifference', tf.squaredDifference),
  ...binary('maximum', tf.maximum),
  ...binary('minimum', tf.minimum),
  ...binary('mod', (a, b) => tf.mod(a, tf.add(tf.mul(b, 0.2), 2)), [1, 1.4]),
  {
    title: 'batch broadcast in matMul',
    f: (a, b) => tf.matMul(a as tf.Tensor, b as tf.Tensor),
    shapes: [
      [2, 3, 4],
      [1, 4, 5],
    ],
  },
  one('prod over several axes', (x) => tf.prod(x, [0, 2]), [2, 3, 2]),
  one('tile of rank 5', (x) => tf.tile(x, [2, 1, 3, 1, 2]), [1, 2, 2, 1, 2]),
  one('cumsum along a middle axis', (x) => tf.cumsum(x, 1), [2, 3, 4]),
  one('stack along the last axis', (x) => tf.stack([x, tf.square(x)], -1), [2, 3]),
  one(
    'gather with a batch axis',
    (x) =>
      tf.gather(
        x,
        tf.tensor2d(
          [
            [2, 0],
            [1, 1],
          ],
          [2, 2],
          'int32',
        ),
        1,
        1,
      ),
    [2, 3, 4],
  ),
  conv('conv2d with dilation', [1, 7, 6, 2], [3, 2, 2, 3], (x, k) => tf.conv2d(x, k, 1, 'same', 'NHWC', [2, 3])),
  conv('depthwiseConv2d with dilation', [1, 7, 6, 2], [3, 2, 2, 2], (x, k) =>
    tf.depthwiseConv2d(x, k, 1, 'valid', 'NHWC', [2, 3]),
  ),
  one('resizeBilinear', (x) => tf.image.resizeBilinear(t4(x), [5, 7]), [1, 3, 4, 2]),
  one('resizeNearestNeighbor', (x) => tf.image.resizeNearestNeighbor(t4(x), [6, 8]), [1, 3, 4, 2]),
  one('resizeBilinear, corners aligned', (x) => tf.image.resizeBilinear(t4(x), [5, 3], true), [2, 3, 4, 2]),
  one('resizeBilinear, half pixels', (x) => tf.image.resizeBilinear(t4(x), [2, 7], false, true), [2, 3, 4, 2]),
  one('avgPool with padding', (x) => tf.avgPool(t4(x), 3, 2, 'same'), [2, 4, 5, 2]),
  one('avgPool overlapping with padding', (x) => tf.avgPool(t4(x), [2, 3], 1, 'same'), [1, 4, 3, 2]),
  ...['ij,jk->ik', 'bij,bjk->bik', 'ij,kj->ki', 'ij,ij->', 'bqhd,bkhd->bhqk'].map((equation): Case => ({
    title: `einsum ${equation}`,
    f: (a, b) => tf.einsum(equation, a as tf.Tensor, b as tf.Tensor),
    shapes: (equation.split('->')[0] as string)
      .split(',')
      .map((term) => [...term].map((label) => 2 + (label.charCodeAt(0) % 3))),
  })),
  one('einsum of one operand', (x) => tf.einsum('ijk->ki', x), [2, 3, 4]),
];
