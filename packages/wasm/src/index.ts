export { installTrainingKernels, type InstallOptions } from './install-training-kernels.js';
export type { KernelGroup } from './kernel-group.js';
export { convolutionKernels } from './kernels/convolution-kernels.js';
export { einsumKernels } from './kernels/einsum-kernels.js';
export { embeddingKernels } from './kernels/embedding-kernels.js';
export { recurrentKernels } from './kernels/recurrent-kernels.js';
export { OutOfMemoryError } from './out-of-memory-error.js';
export { useWasm } from './use-wasm.js';
export type { UseWasmOptions, WasmFile } from './use-wasm-options.js';
