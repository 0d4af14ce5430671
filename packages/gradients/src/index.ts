export { convolutionDerivatives } from './convolution-derivatives.js';
export type { AnyDerivative, Derivative } from './derivative.js';
export { differentiate } from './differentiate.js';
export { einsumDerivative } from './einsum.js';
export { embeddingDerivatives } from './embedding-derivatives.js';
export { furtherDerivatives } from './further-derivatives.js';
export { registerGradients } from './register-gradients.js';
export { runKernel } from './run-kernel.js';
