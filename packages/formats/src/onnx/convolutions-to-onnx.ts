import { activationToOnnx } from './activation-to-onnx.js';
import { permuted, refuse, spread, weight, type LayerContext, type LayerWriter } from './layer-context.js';
import type { Attribute } from './onnx-graph.js';

type Attributes = Record<string, Attribute>;

/** Runs `write` with the channels where ONNX has them: after the batch. */
function withChannelsFirst(context: LayerContext, x: string, write: (x: string) => string): string {
  const { graph, config, shapes } = context;
  if (config['dataFormat'] === 'channelsFirst') return write(x);
  const axes = shapes[0]!.map((_, i) => i);
  const there = [0, axes.length - 1, ...axes.slice(1, -1)];
  const back = [0, ...axes.slice(2), 1];
  return graph.one('Transpose', [write(graph.one('Transpose', [x], { perm: there }))], { perm: back });
}

/** The input's sizes without batch and channels. */
const spatialSizes = ({ config, shapes }: LayerContext): readonly (number | null)[] =>
  config['dataFormat'] === 'channelsFirst' ? shapes[0]!.slice(2) : shapes[0]!.slice(1, -1);

/** `pads` as TensorFlow chooses them: the odd one at the end. */
function padding(
  context: LayerContext,
  kernel: readonly number[],
  strides: readonly number[],
  dilations: readonly number[],
): Attributes {
  const reach = kernel.map((size, i) => (size - 1) * dilations[i]! + 1);
  if (context.config['padding'] === 'causal') return { pads: [reach[0]! - 1, 0] };
  if (context.config['padding'] !== 'same') return {};
  const sizes = spatialSizes(context);
  if (sizes.includes(null)) return { auto_pad: 'SAME_UPPER' };
  const totals = (sizes as number[]).map((size, i) =>
    Math.max((Math.ceil(size / strides[i]!) - 1) * strides[i]! + reach[i]! - size, 0),
  );
  return { pads: [...totals.map((total) => Math.floor(total / 2)), ...totals.map((total) => Math.ceil(total / 2))] };
}

function convolve(
  context: LayerContext,
  x: string,
  kernelName: string,
  biasName: string | undefined,
  depthwise: boolean,
  plain: boolean,
): string {
  const { graph, config } = context;
  const kernel = weight(context, kernelName)!;
  const rank = kernel.shape.length - 2;
  const size = kernel.shape.slice(0, rank);
  const axes = size.map((_, i) => i);
  const channels = kernel.shape[rank]!;
  // [...size, in, out] -> [out, in, ...size]; depthwise, each input channel is a group with its own outputs.
  const moved = permuted(kernel, depthwise ? [rank, rank + 1, ...axes] : [rank + 1, rank, ...axes]);
  const shape = depthwise ? [moved.shape[0]! * moved.shape[1]!, 1, ...size] : moved.shape;
  const ones = size.map(() => 1);
  const strides = plain ? ones : spread(config['strides'] ?? 1, rank);
  const dilations = plain ? ones : spread(config['dilationRate'] ?? 1, rank);
  const bias = biasName === undefined ? undefined : weight(context, biasName);
  const inputs = [x, graph.constant(kernelName, { data: moved.data, shape })];
  if (bias !== undefined) inputs.push(graph.constant(biasName!, bias));
  return graph.one('Conv', inputs, {
    strides,
    dilations,
    group: depthwise ? channels : ((config['groups'] as number | undefined) ?? 1),
    ...(plain ? {} : padding(context, size, strides, dilations)),
  });
}

const convolution =
  (write: (context: LayerContext, x: string) => string): LayerWriter =>
  (context) => {
    const y = withChannelsFirst(context, context.inputs[0]!, (x) => write(context, x));
    return [activationToOnnx(context.graph, context.config['activation'], y, context.layer.name)];
  };

const pooling =
  (type: 'MaxPool' | 'AveragePool', rank: number): LayerWriter =>
  (context) => {
    const { graph, config } = context;
    const kernel = spread(config['poolSize'] ?? 2, rank);
    const strides = spread(config['strides'] ?? kernel, rank);
    const pads = padding(
      context,
      kernel,
      strides,
      kernel.map(() => 1),
    );
    return [
      withChannelsFirst(context, context.inputs[0]!, (x) =>
        graph.one(type, [x], { kernel_shape: kernel, strides, ...pads }),
      ),
    ];
  };

const globalPooling =
  (type: 'ReduceMax' | 'ReduceMean'): LayerWriter =>
  (context) => {
    const { graph, config, shapes, inputs } = context;
    const axes = shapes[0]!.map((_, i) => i).filter((i) => i > (config['dataFormat'] === 'channelsFirst' ? 1 : 0));
    if (config['dataFormat'] !== 'channelsFirst') axes.pop();
    return [graph.one(type, [inputs[0]!], { axes, keepdims: config['keepdims'] === true ? 1 : 0 })];
  };

const dense = convolution((context, x) => convolve(context, x, 'kernel', 'bias', false, false));
const depthwise = convolution((context, x) => convolve(context, x, 'kernel', 'bias', true, false));
const separable = convolution((context, x) => {
  const y = convolve(context, x, 'depthwise_kernel', undefined, true, false);
  return convolve(context, y, 'pointwise_kernel', 'bias', false, true);
});

const zeroPadding: LayerWriter = (context) => {
  const { graph, config, shapes, inputs } = context;
  const given = config['padding'] as number | readonly (number | readonly number[])[];
  const rank = shapes[0]!.length - 2;
  const margins: number[][] =
    typeof given === 'number'
      ? spread(given, rank).map((n) => [n, n])
      : rank === 1
        ? [given as number[]]
        : given.map((margin) => (typeof margin === 'number' ? [margin, margin] : [...margin]));
  const all = config['dataFormat'] === 'channelsFirst' ? [[0, 0], [0, 0], ...margins] : [[0, 0], ...margins, [0, 0]];
  const pads = [...all.map(([before]) => before!), ...all.map(([, after]) => after!)];
  return [graph.one('Pad', [inputs[0]!, graph.integers(pads)], { mode: 'constant' })];
};

const upSampling: LayerWriter = (context) => {
  const { graph, config, shapes, inputs } = context;
  if ((config['interpolation'] ?? 'nearest') !== 'nearest')
    refuse(context, 'only interpolation nearest can be written');
  const size = spread(config['size'] ?? 2, shapes[0]!.length - 2);
  const scales = config['dataFormat'] === 'channelsFirst' ? [1, 1, ...size] : [1, ...size, 1];
  const constant = graph.constant('scales', { data: Float32Array.from(scales), shape: [scales.length] });
  return [
    graph.one('Resize', [inputs[0]!, '', constant], {
      mode: 'nearest',
      coordinate_transformation_mode: 'asymmetric',
      nearest_mode: 'floor',
    }),
  ];
};

/** The layers for images and sequences. */
export const convolutions: Readonly<Record<string, LayerWriter>> = {
  Conv1D: dense,
  Conv2D: dense,
  DepthwiseConv1D: depthwise,
  DepthwiseConv2D: depthwise,
  SeparableConv1D: separable,
  SeparableConv2D: separable,
  MaxPooling1D: pooling('MaxPool', 1),
  MaxPooling2D: pooling('MaxPool', 2),
  AveragePooling1D: pooling('AveragePool', 1),
  AveragePooling2D: pooling('AveragePool', 2),
  GlobalMaxPooling1D: globalPooling('ReduceMax'),
  GlobalMaxPooling2D: globalPooling('ReduceMax'),
  GlobalAveragePooling1D: globalPooling('ReduceMean'),
  GlobalAveragePooling2D: globalPooling('ReduceMean'),
  ZeroPadding1D: zeroPadding,
  ZeroPadding2D: zeroPadding,
  UpSampling1D: upSampling,
  UpSampling2D: upSampling,
};
