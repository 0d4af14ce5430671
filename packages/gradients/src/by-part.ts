/** In programs that are bundled by part, what a group of kernels brings along is left out. */
export { commonDerivatives as derivatives } from './common-derivatives.js';
