export { installTrainingKernels, type InstallOptions } from './install-training-kernels.js';
export { OutOfMemoryError } from './out-of-memory-error.js';
export { useWasm } from './use-wasm.js';
export type { UseWasmOptions, WasmFile } from './use-wasm-options.js';
