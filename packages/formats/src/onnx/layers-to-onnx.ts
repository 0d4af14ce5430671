import { activationToOnnx } from './activation-to-onnx.js';
import { convolutions } from './convolutions-to-onnx.js';
import { refuse, spread, weight, type LayerContext, type LayerWriter } from './layer-context.js';
import { recurrents } from './recurrent-to-onnx.js';

const identity: LayerWriter = ({ inputs }) => [inputs[0]!];

const dense: LayerWriter = (context) => {
  const { graph, config, inputs, layer } = context;
  const bias = weight(context, 'bias');
  let y = graph.one('MatMul', [inputs[0]!, graph.constant('kernel', weight(context, 'kernel')!)]);
  if (bias !== undefined) y = graph.one('Add', [y, graph.constant('bias', bias)]);
  return [activationToOnnx(graph, config['activation'], y, layer.name)];
};

const reshape =
  (sizes: (context: LayerContext) => readonly (number | null)[]): LayerWriter =>
  (context) => {
    const { graph, inputs } = context;
    const target = sizes(context);
    if (target.filter((size) => size === null || size === -1).length > 1)
      refuse(context, 'more than one size is not known');
    return [graph.one('Reshape', [inputs[0]!, graph.integers([0, ...target.map((size) => size ?? -1)])])];
  };

/** Numbers along the last dimension, or one of them for all. */
const alongLast = ({ graph }: LayerContext, value: unknown): string => {
  const values = Float32Array.from([value].flat() as number[]);
  return graph.constant('values', { data: values, shape: values.length === 1 ? [] : [values.length] });
};

/** gamma (x - mean) / sqrt(variance + epsilon) + beta as one product and one sum, computed in double precision. */
const batchNormalization: LayerWriter = (context) => {
  const { graph, config, shapes, inputs } = context;
  const mean = weight(context, 'moving_mean')!;
  const variance = weight(context, 'moving_variance')!.data;
  const gamma = weight(context, 'gamma')?.data;
  const beta = weight(context, 'beta')?.data;
  const epsilon = config['epsilon'] as number;
  const scale = Float64Array.from(variance, (v, i) => (gamma?.[i] ?? 1) / Math.sqrt(v + epsilon));
  const shift = Float32Array.from(scale, (s, i) => (beta?.[i] ?? 0) - s * mean.data[i]!);
  const rank = shapes[0]!.length;
  const axis = spread(config['axis'], 1)[0]!;
  const shape = shapes[0]!.map((_, i) => (i === (axis < 0 ? axis + rank : axis) ? shift.length : 1)).slice(1);
  const y = graph.one('Mul', [inputs[0]!, graph.constant('scale', { data: Float32Array.from(scale), shape })]);
  return [graph.one('Add', [y, graph.constant('shift', { data: shift, shape })])];
};

const layerNormalization: LayerWriter = (context) => {
  const { graph, config, shapes, inputs } = context;
  const rank = shapes[0]!.length;
  const axes = [config['axis'] as number | number[]]
    .flat()
    .map((axis) => (axis < 0 ? axis + rank : axis))
    .sort();
  const first = axes[0]!;
  if (axes.some((axis, i) => axis !== first + i) || axes.at(-1) !== rank - 1)
    refuse(context, 'axis is not that of the last dimensions');
  const shape = shapes[0]!.slice(first);
  if (shape.includes(null)) refuse(context, 'sizes along axis are not known');
  const size = (shape as number[]).reduce((a, b) => a * b, 1);
  const gamma = weight(context, 'gamma')?.data ?? new Float32Array(size).fill(1);
  const beta = weight(context, 'beta')?.data;
  const numbers = (data: Float32Array): string => graph.constant('scale', { data, shape: shape as number[] });
  const all = [inputs[0]!, numbers(gamma), ...(beta === undefined ? [] : [numbers(beta)])];
  return [graph.one('LayerNormalization', all, { axis: first, epsilon: { float: config['epsilon'] as number } })];
};

const embedding: LayerWriter = (context) => {
  const { graph, config, inputs } = context;
  if (config['maskZero'] === true) refuse(context, 'maskZero makes a mask, which ONNX has not');
  const indices = graph.one('Cast', [inputs[0]!], { to: 6 });
  return [graph.one('Gather', [graph.constant('embeddings', weight(context, 'embeddings')!), indices])];
};

/** Two and two, from the first on. */
const pairwise =
  (type: string): LayerWriter =>
  ({ graph, inputs }) => [inputs.reduce((a, b) => graph.one(type, [a, b]))];

const relu: LayerWriter = (context) => {
  const { graph, config, inputs } = context;
  if ((config['threshold'] ?? 0) !== 0) refuse(context, 'a threshold other than 0 cannot be written');
  const slope = (config['negativeSlope'] as number | undefined) ?? 0;
  const y = graph.one('LeakyRelu', [inputs[0]!], { alpha: { float: slope } });
  const top = config['maxValue'] as number | null | undefined;
  return [top == null ? y : graph.one('Min', [y, graph.scalar(top)])];
};

/** What each class of layers is in ONNX. */
export const layerWriters: Readonly<Record<string, LayerWriter>> = {
  ...convolutions,
  ...recurrents,
  Activation: ({ graph, config, inputs, layer }) => [
    activationToOnnx(graph, config['activation'], inputs[0]!, layer.name),
  ],
  ActivityRegularization: identity,
  Add: pairwise('Add'),
  AlphaDropout: identity,
  Average: ({ graph, inputs }) => [graph.one('Mean', inputs)],
  BatchNormalization: batchNormalization,
  Concatenate: ({ graph, config, inputs }) => [graph.one('Concat', inputs, { axis: config['axis'] as number })],
  Dense: dense,
  Dropout: identity,
  ELU: ({ graph, config, inputs }) => [graph.one('Elu', [inputs[0]!], { alpha: { float: config['alpha'] as number } })],
  Embedding: embedding,
  Flatten: (context) => {
    if (context.config['dataFormat'] === 'channelsFirst' && context.shapes[0]!.length > 2)
      refuse(context, 'dataFormat channelsFirst cannot be written');
    return [context.graph.one('Flatten', [context.inputs[0]!], { axis: 1 })];
  },
  GaussianDropout: identity,
  GaussianNoise: identity,
  Identity: identity,
  LayerNormalization: layerNormalization,
  LeakyReLU: ({ graph, config, inputs }) => [
    graph.one('LeakyRelu', [inputs[0]!], { alpha: { float: config['negativeSlope'] as number } }),
  ],
  Maximum: ({ graph, inputs }) => [graph.one('Max', inputs)],
  Minimum: ({ graph, inputs }) => [graph.one('Min', inputs)],
  Multiply: pairwise('Mul'),
  Permute: ({ graph, config, inputs }) => [
    graph.one('Transpose', [inputs[0]!], { perm: [0, ...(config['dims'] as number[])] }),
  ],
  PReLU: (context) => [
    context.graph.one('PRelu', [context.inputs[0]!, context.graph.constant('alpha', weight(context, 'alpha')!)]),
  ],
  ReLU: relu,
  Rescaling: (context) => {
    const { graph, config, inputs } = context;
    return [
      graph.one('Add', [
        graph.one('Mul', [inputs[0]!, alongLast(context, config['scale'])]),
        alongLast(context, config['offset'] ?? 0),
      ]),
    ];
  },
  Reshape: reshape(({ config }) => config['targetShape'] as number[]),
  Softmax: ({ graph, config, inputs }) => [
    graph.one('Softmax', [inputs[0]!], { axis: (config['axis'] as number | undefined) ?? -1 }),
  ],
  SpatialDropout1D: identity,
  SpatialDropout2D: identity,
  Subtract: pairwise('Sub'),
};
