// What the page under test offers to the test.
import { fileSystemStore, readKeras, readKerasH5, writeKeras } from '@sixstep/formats';
import { useWasm } from '@sixstep/wasm';
import { tensor, type Tensor } from '@tensorflow/tfjs-core';
/* eslint-disable no-restricted-imports -- these are files whose addresses Vite gives, not code */
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
/* eslint-enable no-restricted-imports */
import { train } from './training.js';

const here = (address: string): string => new URL(address, location.href).href;
const ready = useWasm({
  wasmPaths: {
    'tfjs-backend-wasm.wasm': here(plain),
    'tfjs-backend-wasm-simd.wasm': here(simd),
    'tfjs-backend-wasm-threaded-simd.wasm': here(simd),
  },
});

/** Bytes go between test and page as lists of numbers. */
const offered = {
  /** Reads a file of a whole model: what it predicts, and the file written again. */
  async readAndWrite(name: string, bytes: number[], x: number[], shape: number[]) {
    await ready;
    const model = await (name.endsWith('.h5') ? readKerasH5 : readKeras)(Uint8Array.from(bytes));
    const y = (await model.predict(tensor(x, shape))) as Tensor;
    return { predicted: [...y.dataSync()], written: [...(await writeKeras(model))] };
  },
  /** Trains with checkpoints in the browser's own file system. */
  async train(failAt?: number) {
    await ready;
    const store = fileSystemStore((await navigator.storage.getDirectory()) as never);
    return train(store, failAt).catch((error: Error) => error.message);
  },
};

export type Offered = typeof offered;
Object.assign(globalThis, { offered });
document.documentElement.dataset['ready'] = 'yes';
