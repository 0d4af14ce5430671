/**
 * A folder in which packages are installed from their tarballs, and the programs of the same name that use them there.
 *
 * @typedef {object} Project
 * @property {readonly string[]} packages ours, without the scope; empty for all
 * @property {readonly string[]} others what its user installs besides
 */

/** @type {Readonly<Record<string, Project>>} */
export const projects = {
  all: { packages: [], others: ['@tensorflow/tfjs-core'] },
  schedules: { packages: ['parts', 'schedules'], others: [] },
  optimizers: {
    packages: ['parts', 'optimizers'],
    others: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-cpu'],
  },
  wasm: { packages: ['gradients', 'wasm'], others: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-layers'] },
};
