/** In programs that are bundled by part, what is asked for is registered by a list of its own. */
export { commonDerivatives as derivatives } from './common-derivatives.js';
