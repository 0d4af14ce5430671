/** Takes the place of `derivatives` in programs that are bundled by part: all other lists have to be registered by name. */
export { commonDerivatives as derivatives } from './common-derivatives.js';
