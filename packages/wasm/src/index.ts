export { installTrainingKernels, type InstallOptions } from './install-training-kernels.js';
export { useWasm } from './use-wasm.js';
export type { UseWasmOptions, WasmFile } from './use-wasm-options.js';
