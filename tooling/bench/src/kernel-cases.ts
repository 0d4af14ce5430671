/** One kernel at one shape. */
export interface KernelCase {
  readonly kernel: string;
  readonly title: string;
  /** Shapes by the names of the inputs. */
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Multiplications and additions. A convolution's are those of its definition, however it is computed. */
  readonly flops: number;
  /** Bytes that are read and written at the least. */
  readonly bytes: number;
}

const size = (shape: readonly number[]): number => shape.reduce((product, n) => product * n, 1);

function product(m: number, n: number, k: number, transposeA: boolean, transposeB: boolean): KernelCase {
  const a = transposeA ? [1, k, m] : [1, m, k];
  const b = transposeB ? [1, n, k] : [1, k, n];
  const turned = (flag: boolean): string => (flag ? "'" : '');
  return {
    kernel: 'BatchMatMul',
    title: `[${a.slice(1).join(', ')}]${turned(transposeA)} [${b.slice(1).join(', ')}]${turned(transposeB)}`,
    inputs: { a, b },
    attributes: { transposeA, transposeB },
    flops: 2 * m * n * k,
    bytes: 4 * (m * k + k * n + m * n),
  };
}

/** A convolution, 'valid', and its two gradients. */
function convolutions(x: readonly number[], filter: readonly number[], withInput: boolean): KernelCase[] {
  const [batch, height, width] = x as [number, number, number];
  const [rows, columns, inputs, outputs] = filter as [number, number, number, number];
  const y = [batch, height - rows + 1, width - columns + 1, outputs];
  const attributes = { strides: [1, 1], pad: 'valid', dataFormat: 'NHWC', dilations: [1, 1] };
  const shared = {
    title: `[${x.join(', ')}], ${rows} x ${columns} to ${outputs}`,
    flops: 2 * size(y) * rows * columns * inputs,
    bytes: 4 * (size(x) + size(filter) + size(y)),
  };
  return [
    { ...shared, kernel: 'Conv2D', inputs: { x, filter }, attributes },
    ...(withInput
      ? [
          {
            ...shared,
            kernel: 'Conv2DBackpropInput',
            inputs: { dy: y, filter },
            attributes: { ...attributes, inputShape: x },
          },
        ]
      : []),
    {
      ...shared,
      kernel: 'Conv2DBackpropFilter',
      inputs: { x, dy: y },
      attributes: { ...attributes, filterShape: filter },
    },
  ];
}

/** A pooling of 2 x 2 and its gradient. */
function poolings(kernel: 'MaxPool' | 'AvgPool', x: readonly number[]): KernelCase[] {
  const [batch, height, width, channels] = x as [number, number, number, number];
  const y = [batch, height >> 1, width >> 1, channels];
  const attributes = { filterSize: [2, 2], strides: [2, 2], pad: 'valid' };
  const title = `[${x.join(', ')}], 2 x 2`;
  const gradientReads = kernel === 'MaxPool' ? 2 : 1;
  return [
    { kernel, title, inputs: { x }, attributes, flops: 0, bytes: 4 * (size(x) + size(y)) },
    {
      kernel: `${kernel}Grad`,
      title,
      inputs: { dy: y, input: x, output: y },
      attributes,
      flops: 0,
      bytes: 4 * (gradientReads * size(x) + size(y)),
    },
  ];
}

const parameters = [1600, 128];
const pixels = [32, 26, 26, 32];

/** The kernels of the workloads at batch 32. */
export const kernelCases: readonly KernelCase[] = [
  product(32, 128, 784, false, false),
  product(784, 128, 32, true, false),
  product(32, 1600, 128, false, true),
  product(256, 256, 256, false, false),
  ...convolutions([32, 28, 28, 1], [3, 3, 1, 32], false),
  ...convolutions([32, 13, 13, 32], [3, 3, 32, 64], true),
  ...convolutions([32, 14, 14, 16], [5, 5, 16, 32], true),
  ...poolings('MaxPool', pixels),
  ...poolings('AvgPool', pixels),
  {
    kernel: 'SixstepBiasGradient',
    title: `[${pixels.join(', ')}], relu`,
    inputs: { dy: pixels, y: pixels },
    attributes: {},
    flops: 0,
    bytes: 12 * size(pixels),
  },
  {
    kernel: 'SixstepLstm',
    title: '[32, 28, 28], 64 units',
    inputs: { x: [32, 28, 28], kernel: [28, 256], recurrentKernel: [64, 256], bias: [256], h0: [32, 64], c0: [32, 64] },
    attributes: { returnSequences: false },
    flops: 2 * 32 * 28 * 256 * (28 + 64),
    bytes: 4 * 32 * 28 * (28 + 64),
  },
  {
    kernel: 'SixstepAdam',
    title: `[${parameters.join(', ')}]`,
    inputs: { variable: parameters, gradient: parameters, momentum: parameters, velocity: parameters },
    attributes: { decay: 0, momentumRate: 0.1, velocityRate: 0.001, alpha: 0.001, epsilon: 1e-7 },
    flops: 0,
    bytes: 28 * size(parameters),
  },
];
