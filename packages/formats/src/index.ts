export { FormatError } from './format-error.js';
export { readSafetensors, type Safetensors } from './read-safetensors.js';
export { type SafetensorsData, type SafetensorsType, type StoredTensor } from './safetensors-types.js';
export { toFloat32 } from './to-float32.js';
export { writeSafetensors, type ArrayToWrite } from './write-safetensors.js';
export { setWeightArrays } from './set-weight-arrays.js';
export { weightArrays } from './weight-arrays.js';
