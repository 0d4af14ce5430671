import { expectShape } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Known } from './known.js';
import type { Tensors, Variables } from './optimizer.js';

/**
 * The gradients, without those that are missing.
 *
 * @param known the variables that the optimizer has state for
 * @throws Error if a gradient has no variable or another shape, or a variable is not what it was
 */
export function checkGradients(
  place: string,
  gradients: Tensors,
  variables: Variables,
  known: Readonly<Record<string, Known>>,
): Tensors {
  const given: Record<string, Tensor> = {};
  for (const name of Object.keys(gradients)) {
    const gradient = gradients[name] as Tensor | null | undefined;
    if (!gradient) continue;
    const variable = variables[name];
    expectShape(place, `the variable ${name}`, variable?.shape, gradient.shape, 'Pass each with its own gradient.');
    const before = known[name]?.shape ?? gradient.shape;
    expectShape(
      place,
      `the gradient of ${name}`,
      gradient.shape,
      before,
      'Make another optimizer for other variables.',
    );
    given[name] = gradient;
  }
  return given;
}
