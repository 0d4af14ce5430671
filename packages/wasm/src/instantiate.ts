import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { trainingModule, type TrainingModule } from './generated/training-module.js';
import { memoryOf } from './memory-of.js';
import { createNative, type Native } from './native.js';

let compiled: WebAssembly.Module | undefined;
const natives: WeakMap<BackendWasm, Native> = new WeakMap();
let lastBackend: BackendWasm | undefined;
let lastNative: Native | undefined;

/** Decodes and compiles the module, once. */
export async function compileModule(): Promise<void> {
  compiled ??= await WebAssembly.compile(Uint8Array.from(atob(trainingModule), (character) => character.charCodeAt(0)));
}

/** Our module on that backend's memory; instantiated when a backend is seen first. */
export function nativeOf(backend: BackendWasm): Native {
  if (backend === lastBackend && lastNative !== undefined) return lastNative;
  let native = natives.get(backend);
  if (native === undefined) {
    const { exports } = new WebAssembly.Instance(compiled!, { env: { memory: memoryOf(backend) } });
    native = createNative(backend, exports as unknown as TrainingModule);
    natives.set(backend, native);
  }
  lastBackend = backend;
  lastNative = native;
  return native;
}
