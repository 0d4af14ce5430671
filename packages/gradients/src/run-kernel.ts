import {
  engine,
  env,
  getGradient,
  getKernel,
  keep,
  type NamedAttrMap,
  type Tensor,
  zerosLike,
} from '@tensorflow/tfjs-core';

/**
 * Runs a kernel of the current backend and records it for differentiation: `engine().runKernel` at less expense, for kernels
 * that are called in every step of a training.
 *
 * What the derivative needs is kept under a tensor of its own on the same data, where TensorFlow.js runs and records another
 * kernel for each; and there is no scope about the kernel, which must make no tensors but its outputs.
 *
 * @param inputs by the kernel's names; all are recorded
 * @returns the outputs
 */
export function runKernel(
  kernelName: string,
  inputs: Readonly<Record<string, Tensor>>,
  attrs: NamedAttrMap = {},
): Tensor[] {
  const tf = engine();
  const { state } = tf;
  const kernel = getKernel(kernelName, tf.backendName);
  if ((kernel as unknown) == null || state.profiling || env().getBool('DEBUG')) {
    const outputs = tf.runKernel(kernelName, inputs, attrs) as Tensor | Tensor[];
    return Array.isArray(outputs) ? outputs : [outputs];
  }
  const records = state.gradientDepth > 0 && state.kernelDepth === 0;
  state.kernelDepth++;
  let infos;
  try {
    infos = kernel.kernelFunc({ inputs, attrs, backend: tf.backend });
  } finally {
    state.kernelDepth--;
  }
  const outputs = (Array.isArray(infos) ? infos : [infos]).map((info) => tf.makeTensorFromTensorInfo(info));
  if (!records) return outputs;
  const { inputsToSave = [], outputsToSave = [], gradFunc } = getGradient(kernelName);
  const saved = [...inputsToSave.map((name) => inputs[name]!), ...outputs.filter((_, i) => outputsToSave[i])].map(
    share,
  );
  state.activeTape.push({
    id: state.nextTapeNodeId++,
    kernelName,
    inputs,
    outputs,
    saved,
    gradient: (dys) => {
      const all = dys.map((dy, i) => (dy as Tensor | null) ?? zerosLike(outputs[i]!));
      return gradFunc(all.length > 1 ? all : all[0]!, saved, attrs);
    },
  });
  return outputs;
}

/** A tensor of its own on the same data, which a tidy leaves alone. */
function share({ dataId, shape, dtype }: Tensor): Tensor {
  const tf = engine();
  tf.backend.incRef(dataId);
  return keep(tf.makeTensorFromTensorInfo({ dataId, shape, dtype }));
}
