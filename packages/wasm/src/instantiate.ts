import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { trainingModule, type TrainingModule } from './generated/training-module.js';
import { memoryOf } from './memory-of.js';
import { createNative, type Native } from './native.js';
import { relax } from './relax.js';

let compiled: WebAssembly.Module | undefined;
const natives: WeakMap<BackendWasm, Native> = new WeakMap();
let lastBackend: BackendWasm | undefined;
let lastNative: Native | undefined;

/** Decodes and compiles the module, once; with fused multiply-adds if they are wanted and the engine runs them. */
export async function compileModule(relaxedSimd: boolean): Promise<void> {
  if (compiled !== undefined) return;
  const strict = Uint8Array.from(atob(trainingModule), (character) => character.charCodeAt(0));
  const relaxed = relaxedSimd ? relax(strict) : strict;
  compiled = await WebAssembly.compile(WebAssembly.validate(relaxed) ? relaxed : strict);
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
