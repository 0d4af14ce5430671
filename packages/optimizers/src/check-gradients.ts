import { formatShape, formatValue } from '@sixstep/parts';
import { type Tensor, util } from '@tensorflow/tfjs-core';
import type { Tensors, Variables } from './optimizer.js';

/**
 * The gradients, without those that are missing.
 *
 * @param known the shapes that the optimizer has state for, by name
 * @throws Error if a gradient has no variable or another shape, or a variable is not what it was
 */
export function checkGradients(
  place: string,
  gradients: Tensors,
  variables: Variables,
  known: Readonly<Record<string, readonly number[]>>,
): Tensors {
  const given: Record<string, Tensor> = {};
  for (const name of Object.keys(gradients)) {
    const gradient = gradients[name] as Tensor | null | undefined;
    if (!gradient) continue;
    const variable = variables[name];
    if (!variable) {
      throw new Error(
        `${place}: expected a variable for each gradient, received none for ${formatValue(name)}. ` +
          `Pass the variables by the same names as the gradients.`,
      );
    }
    expectShape(place, `the gradient of ${name}`, gradient, variable.shape, 'Pass the gradient of this variable.');
    const before = known[name] ?? variable.shape;
    expectShape(place, `the variable ${name}`, variable, before, 'Make another optimizer for other variables.');
    given[name] = gradient;
  }
  return given;
}

/**
 * The tensor, if it has that shape.
 *
 * @param what the tensor is
 * @param hint how to mend it
 * @throws Error if it has another shape, or is not there
 */
export function expectShape(
  place: string,
  what: string,
  tensor: Tensor | undefined,
  shape: readonly number[],
  hint: string,
): Tensor {
  if (tensor && util.arraysEqual(tensor.shape, shape as number[])) return tensor;
  const received = tensor ? formatShape(tensor.shape) : 'none';
  throw new Error(`${place}: expected ${what} to be of shape ${formatShape(shape)}, received ${received}. ${hint}`);
}
