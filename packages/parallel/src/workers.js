import { expectInteger } from '@sixstep/parts';
import { beginSteps } from './begin-steps.js';
/**
 * Workers that take the steps of `fit` together: each computes the gradients of its share of the batch, and their sum, in the order
 * of the workers, changes the weights.
 *
 * loss = sum_i n_i / n loss_i, gradient = sum_i n_i / n gradient_i, n_i the samples of worker i, n those of the batch
 *
 * They start when `fit` does and end with it, however it ends.
 *
 * @throws Error if `count` is not a positive integer
 *
 * @example
 * await model.fit(x, y, { batchSize: 128, workers: workers({ count: 2 }) });
 */
export function workers(options) {
    expectInteger('workers', 'count', options.count, { hint: 'Pass e.g. workers({ count: 2 }).' });
    return { begin: (steps) => beginSteps(steps, options) };
}
