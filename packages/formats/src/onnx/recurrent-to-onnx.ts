import { recurrentActivations } from './activation-to-onnx.js';
import { permuted, refuse, weight, type LayerContext, type LayerWriter } from './layer-context.js';

/** [rows, gates * units] -> [1, gates * units, rows], the gates in ONNX' order. */
function gates(
  matrix: { readonly data: Float32Array; readonly shape: readonly number[] },
  units: number,
  order: readonly number[],
): { data: Float32Array; shape: number[] } {
  const { data, shape } = permuted(matrix, [1, 0]);
  const rows = shape[1]!;
  const out = new Float32Array(data.length);
  order.forEach((gate, i) => out.set(data.subarray(gate * units * rows, (gate + 1) * units * rows), i * units * rows));
  return { data: out, shape: [1, order.length * units, rows] };
}

function activation(context: LayerContext, option: string, fallback: string): string {
  const name = (context.config[option] as string | undefined) ?? fallback;
  const found = typeof name === 'string' ? recurrentActivations[name] : undefined;
  return found ?? refuse(context, `${option} is none of ${Object.keys(recurrentActivations).join(', ')}`);
}

/**
 * A recurrent layer as the operator of ONNX.
 *
 * @param order Keras' number of the gate at each place of ONNX' order
 */
const recurrent =
  (type: 'RNN' | 'GRU' | 'LSTM', order: readonly number[]): LayerWriter =>
  (context) => {
    const { graph, config, inputs } = context;
    const units = config['units'] as number;
    const backwards = config['goBackwards'] === true;
    if (config['stateful'] === true) refuse(context, 'stateful layers keep their state outside the graph');
    if (inputs.length > 1) refuse(context, 'initialState cannot be written');
    if (backwards && config['returnSequences'] === true)
      refuse(context, 'goBackwards with returnSequences cannot be written');
    const kernel = weight(context, 'kernel')!;
    const bias = weight(context, 'bias');
    const column = (row: number): Float32Array => {
      if (bias === undefined) return new Float32Array(order.length * units);
      const rows = bias.shape.length === 2 ? 2 : 1;
      if (row >= rows) return new Float32Array(order.length * units);
      const size = order.length * units;
      return gates({ data: bias.data.subarray(row * size, (row + 1) * size), shape: [1, size] }, units, order).data;
    };
    const biases = new Float32Array(2 * order.length * units);
    biases.set(column(0));
    biases.set(column(1), order.length * units);
    const outer = activation(context, 'activation', 'tanh');
    const inner = type === 'RNN' ? outer : activation(context, 'recurrentActivation', 'sigmoid');
    const activations = { RNN: [outer], GRU: [inner, outer], LSTM: [inner, outer, outer] }[type];
    const sequence = graph.one('Transpose', [inputs[0]!], { perm: [1, 0, 2] });
    const outputs = graph.node(
      type,
      [
        sequence,
        graph.constant('kernel', gates(kernel, units, order)),
        graph.constant('recurrent_kernel', gates(weight(context, 'recurrent_kernel')!, units, order)),
        graph.constant('bias', { data: biases, shape: [1, biases.length] }),
      ],
      {
        hidden_size: units,
        direction: backwards ? 'reverse' : 'forward',
        activations: { strings: activations },
        ...(type === 'GRU' && { linear_before_reset: config['resetAfter'] === false ? 0 : 1 }),
      },
      type === 'LSTM' ? 3 : 2,
    );
    const [all, ...last] = outputs as [string, ...string[]];
    const states = last.map((state) => graph.one('Squeeze', [state, graph.integers([0])]));
    const y =
      config['returnSequences'] === true
        ? graph.one('Transpose', [graph.one('Squeeze', [all, graph.integers([1])])], { perm: [1, 0, 2] })
        : states[0]!;
    return config['returnState'] === true ? [y, ...states] : [y];
  };

/** The recurrent layers; Keras' gates are i, f, c, o and z, r, h. */
export const recurrents: Readonly<Record<string, LayerWriter>> = {
  SimpleRNN: recurrent('RNN', [0]),
  GRU: recurrent('GRU', [0, 1, 2]),
  LSTM: recurrent('LSTM', [0, 3, 1, 2]),
};
