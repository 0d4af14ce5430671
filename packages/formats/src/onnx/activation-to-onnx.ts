import type { OnnxGraph } from './onnx-graph.js';

type Write = (graph: OnnxGraph, x: string) => string;

const plain =
  (type: string, attributes: Parameters<OnnxGraph['one']>[2] = {}): Write =>
  (graph, x) =>
    graph.one(type, [x], attributes);
const clip =
  (low: number, high: number): Write =>
  (graph, x) =>
    graph.one('Clip', [x, graph.scalar(low), graph.scalar(high)]);
const times =
  (gate: Write): Write =>
  (graph, x) =>
    graph.one('Mul', [x, gate(graph, x)]);

const hardSigmoid = plain('HardSigmoid', { alpha: { float: 1 / 6 }, beta: { float: 0.5 } });
const silu = times(plain('Sigmoid'));

/** What each activation is in ONNX. */
const activations: Readonly<Record<string, Write>> = {
  linear: (_, x) => x,
  relu: plain('Relu'),
  relu6: clip(0, 6),
  leakyRelu: plain('LeakyRelu', { alpha: { float: 0.2 } }),
  elu: plain('Elu'),
  selu: plain('Selu'),
  sigmoid: plain('Sigmoid'),
  tanh: plain('Tanh'),
  softmax: plain('Softmax', { axis: -1 }),
  logSoftmax: plain('LogSoftmax', { axis: -1 }),
  softplus: plain('Softplus'),
  softsign: plain('Softsign'),
  exponential: plain('Exp'),
  hardSigmoid,
  hardTanh: clip(-1, 1),
  hardSilu: times(hardSigmoid),
  hardSwish: times(hardSigmoid),
  silu,
  swish: silu,
  mish: times((graph, x) => graph.one('Tanh', [graph.one('Softplus', [x])])),
  gelu: times((graph, x) => {
    const erf = graph.one('Erf', [graph.one('Mul', [x, graph.scalar(Math.SQRT1_2)])]);
    return graph.one('Mul', [graph.one('Add', [erf, graph.scalar(1)]), graph.scalar(0.5)]);
  }),
};

/**
 * The output of an activation.
 *
 * @param activation its name, as a layer's config has it
 * @throws Error that names the layer, if ONNX cannot say it
 */
export function activationToOnnx(graph: OnnxGraph, activation: unknown, x: string, layer: string): string {
  if (activation === undefined || activation === null) return x;
  if (typeof activation === 'string' && Object.hasOwn(activations, activation))
    return activations[activation]!(graph, x);
  throw new Error(
    `writeOnnx: expected the activation of '${layer}' to be one of ${Object.keys(activations).join(', ')}, ` +
      `received ${typeof activation === 'string' ? activation : 'a function'}.`,
  );
}

/** The activations that recurrent operators take, by our names. */
export const recurrentActivations: Readonly<Record<string, string>> = {
  linear: 'Affine',
  relu: 'Relu',
  sigmoid: 'Sigmoid',
  softplus: 'Softplus',
  softsign: 'Softsign',
  tanh: 'Tanh',
};
