import { einsum, Einsum, reshape, type Tensor } from '@tensorflow/tfjs-core';
import { broadcastLike } from './broadcast-like.js';
import type { Derivative } from './derivative.js';

/**
 * d(einsum) for an operand: the einsum of dy with the other operand, to the operand's own labels. A label that only this
 * operand has was summed over: there the gradient is the same all along.
 */
export const einsumDerivative: Derivative<Tensor[], { equation: string }> = {
  kernelName: Einsum,
  saveAllInputs: true,
  gradFunc: (dy, saved, { equation }) => {
    const [left = '', output = ''] = equation.replace(/\s/g, '').split('->');
    const terms = left.split(',');
    return Object.fromEntries(
      saved.map((x, i) => [
        i,
        () => {
          const labels = [...(terms[i] ?? '')];
          const others = terms.filter((_, j) => j !== i);
          const known = (label: string): boolean =>
            output.includes(label) || others.some((term) => term.includes(label));
          const target = labels.filter(known).join('');
          const factors = saved.filter((_, j) => j !== i);
          const dx = einsum(`${[output, ...others].join(',')}->${target}`, dy, ...factors);
          if (target.length === labels.length) return dx;
          return broadcastLike(
            reshape(
              dx,
              x.shape.map((n, axis) => (known(labels[axis] ?? '') ? n : 1)),
            ),
            x.shape,
          );
        },
      ]),
    );
  },
};
