export { differentiate } from './differentiate.js';
export { registerGradients } from './register-gradients.js';
export { runKernel } from './run-kernel.js';
