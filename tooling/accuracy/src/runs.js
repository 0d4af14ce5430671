/**
 * @typedef {object} Run what is trained on a whole data set
 * @property {string} app the folder in apps
 * @property {string} program what is started
 * @property {string} model
 * @property {number} epochs
 * @property {readonly number[]} seeds
 * @property {number} atLeast what the worst seed must reach on the test images
 */

const mnist = { app: 'mnist', program: '@sixstep/app-mnist/dist/main.js' };
const fashion = { app: 'fashion', program: '@sixstep/app-fashion/dist/main.js' };

/** @type {Readonly<Record<string, Run>>} */
export const runs = {
  'mnist-mlp': { ...mnist, model: 'mlp', epochs: 5, seeds: [0, 1, 2], atLeast: 0.972 },
  'fashion-mlp': { ...fashion, model: 'mlp', epochs: 5, seeds: [0, 1, 2], atLeast: 0.86 },
  'mnist-cnn': { ...mnist, model: 'cnn', epochs: 3, seeds: [0], atLeast: 0.985 },
  'fashion-cnn': { ...fashion, model: 'cnn', epochs: 5, seeds: [0], atLeast: 0.895 },
};
