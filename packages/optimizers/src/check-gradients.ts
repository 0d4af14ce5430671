import { formatShape, formatValue } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
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
  let missing = false;
  for (const name of Object.keys(gradients)) {
    const gradient = gradients[name] as Tensor | null | undefined;
    const variable = variables[name];
    if (gradient === null || gradient === undefined) {
      missing = true;
      continue;
    }
    if (variable === undefined) {
      throw new Error(
        `${place}: expected a variable for each gradient, received none for ${formatValue(name)}. ` +
          `Pass the variables by the same names as the gradients.`,
      );
    }
    const { shape } = variable;
    const before = known[name];
    if (!sameShape(gradient.shape, shape)) {
      throw misshaped(place, `the gradient of ${name}`, shape, gradient.shape, 'Pass the gradient of this variable.');
    }
    if (before !== undefined && !sameShape(before, shape)) {
      throw misshaped(place, `the variable ${name}`, before, shape, 'Make another optimizer for other variables.');
    }
  }
  if (!missing) return gradients;
  return Object.fromEntries(Object.entries(gradients).filter(([, gradient]) => gradient as unknown));
}

/** @throws Error if a transform made of an update what does not fit its variable */
export function checkUpdate(place: string, name: string, shape: readonly number[], update: Tensor | undefined): Tensor {
  if (update !== undefined && sameShape(update.shape, shape)) return update;
  throw misshaped(place, `the update of ${name}`, shape, update?.shape, 'Mend the transform.');
}

function sameShape(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function misshaped(
  place: string,
  what: string,
  expected: readonly number[],
  received: readonly number[] | undefined,
  hint: string,
): Error {
  const shape = received === undefined ? 'none' : formatShape(received);
  return new Error(`${place}: expected ${what} to be of shape ${formatShape(expected)}, received ${shape}. ${hint}`);
}
