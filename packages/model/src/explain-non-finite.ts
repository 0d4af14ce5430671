import { watchCalls, type Tensors } from '@sixstep/layers';
import { tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { GradientStep } from './callbacks/callback.js';
import type { AnyModel } from './model.js';

const listOf = (value: Tensors | undefined): readonly Tensor[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

function countNonFinite(x: Tensor): number {
  if (x.dtype !== 'float32') return 0;
  let count = 0;
  for (const value of x.dataSync()) if (!Number.isFinite(value)) count++;
  return count;
}

export const isFiniteTensor = (x: Tensor): boolean => countNonFinite(x) === 0;

/** `name, 3 of 12 values`, or undefined if all are finite. */
function faultOf(name: string, x: Tensor): string | undefined {
  const count = countNonFinite(x);
  return count === 0 ? undefined : `${name}, ${count} of ${x.size} values`;
}

/**
 * The first tensor of a step that is not finite, in the order in which they arise: data, weights, the layers' outputs, the
 * loss, the gradients from the last layer to the first. For the outputs, the layers are called again.
 *
 * @param putBack undoes what a forward pass changes; called before the pass and after it
 */
export function explainNonFinite(
  model: AnyModel,
  { batch, loss, gradients }: GradientStep,
  putBack: () => void,
): string {
  const data: readonly [string, readonly (Tensor | undefined)[]][] = [
    ['x', listOf(batch.x)],
    ['y', listOf(batch.y)],
    ['sampleWeight', batch.sampleWeight],
  ];
  for (const [name, tensors] of data) {
    for (const [i, x] of tensors.entries()) {
      const fault = x && faultOf(tensors.length === 1 ? name : `${name}[${i}]`, x);
      if (fault !== undefined) return fault;
    }
  }
  putBack();
  for (const { path, variable } of model.namedWeights()) {
    const fault = faultOf(`the weight ${path}`, variable);
    if (fault !== undefined) return fault;
  }
  const output = firstOutput(model, batch.x);
  putBack();
  if (output !== undefined) return output;
  if (!isFiniteTensor(loss)) return 'the loss; the outputs of the layers are finite, and so are the data';
  const backwards = Object.entries(gradients).reverse();
  for (const [path, gradient] of backwards) {
    const fault = faultOf(`the gradient of ${path}`, gradient);
    if (fault !== undefined) return fault;
  }
  return 'none when the layers were called again';
}

function firstOutput(model: AnyModel, x: Tensors): string | undefined {
  let first: string | undefined;
  const look = (path: string, outputs: readonly Tensor[]): void => {
    for (const y of outputs) first ??= faultOf(path === '' ? "the model's output" : `the output of ${path}`, y);
  };
  tidy(() => {
    watchCalls(model, () => model.apply(x, { training: true }) as unknown, look);
  });
  return first;
}
