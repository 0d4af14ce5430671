import { add, clone, div, mul, sub } from '@tensorflow/tfjs-core';
import { mix } from '../averages.js';
import type { Tensors } from '../optimizer.js';
import { perVariable } from '../per-variable.js';
import type { Transform } from '../transform.js';

export interface ScheduleFreeOptions {
  /** How near to the average the gradients are taken. Defaults to 0.9. */
  beta1?: number;
  /** Whether x is taken with the z before the update, as published, or with the one after it. Defaults to true. */
  asPublished?: boolean;
}

export type ScheduleFreeState = { readonly momentum: Tensors };

/**
 * The variables y lie between the fast iterate z, which takes the updates, and its average x: y = (1 - beta1) * z + beta1 * x.
 *
 *     x = (y - (1 - beta1) * z) / beta1;  z = z + u;  x = (1 - 1/t) * x + z / t at t = 1, 2, ...
 *
 * Comes last in a chain, after the learning rate; z (the slot `momentum`) starts at the variables. Defazio et al. 2024, The
 * Road Less Scheduled.
 */
export function scheduleFree({
  beta1 = 0.9,
  asPublished = true,
}: ScheduleFreeOptions = {}): Transform<ScheduleFreeState> {
  return perVariable<ScheduleFreeState>({ momentum: clone }, (u, { momentum: z }, { param: y, step }) => {
    const weight = 1 / (step + 1);
    const zNew = add(z, u);
    const x = div(sub(y, mul(asPublished ? z : zNew, 1 - beta1)), beta1);
    const xNew = mix(zNew, x, weight);
    return [sub(mix(xNew, zNew, beta1), y), { momentum: zNew }];
  });
}
