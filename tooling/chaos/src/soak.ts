import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { useWasm } from '@sixstep/wasm';
import { backend, engine, memory, type KernelBackend } from '@tensorflow/tfjs-core';
import { randomFit } from './random-fit.js';

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
/** What the JavaScript heap may grow by, in the second half: far less than what any training holds, for each, and for noise. */
const PER_FIT = 1000;
const NOISE = 2 ** 20;

/**
 * Trains many small models, with random faults, and looks whether tensors, buffers, the heap of WebAssembly or that of JavaScript grow.
 *
 * Each training has a seed of its own, which is named if something is wrong: `--fits 1 --seed S` repeats it.
 *
 * @throws Error if something grows, or a training fails otherwise than it was told to
 */
export async function soak(fits: number, seed: number, say: (line: string) => void): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  await useWasm();
  const { wasm } = backend() as unknown as { wasm: { HEAPU8: Uint8Array } };
  const left = (): string =>
    `${memory().numTensors} tensors, ${(backend() as KernelBackend).numDataIds()} buffers, ${engine().state.scopeStack.length} scopes`;
  const heaps = (): { js: number; wasm: number } => {
    collect();
    return { js: process.memoryUsage().heapUsed, wasm: wasm.HEAPU8.length };
  };
  const counts: Record<string, number> = {};
  const before = left();
  let middle = heaps();
  for (let i = 0; i < fits; i++) {
    const own = (seed + i) % 2 ** 32;
    const repeat = `Repeat it by --kills 0 --files 0 --fits 1 --seed ${own}.`;
    const end = await randomFit(own).catch((error: unknown) => {
      throw new Error(`chaos: expected fit ${i} to end as it was told to, received an error. ${repeat}`, {
        cause: error,
      });
    });
    counts[end] = (counts[end] ?? 0) + 1;
    const after = left();
    if (after !== before) throw new Error(`chaos: expected fit ${i} to leave ${before}, received ${after}. ${repeat}`);
    if (i + 1 === Math.ceil(fits / 2)) middle = heaps();
    if ((i + 1) % 500 === 0) {
      const { js, wasm: grown } = heaps();
      say(`${i + 1} fits, heaps: JavaScript ${megabytes(js)}, WebAssembly ${megabytes(grown)}`);
    }
  }
  const last = heaps();
  if (last.wasm > middle.wasm || last.js - middle.js > (PER_FIT * fits) / 2 + NOISE) {
    throw new Error(
      `chaos: expected flat heaps in the second half, received growth from ${megabytes(middle.js)} to ${megabytes(last.js)} ` +
        `(JavaScript) and from ${megabytes(middle.wasm)} to ${megabytes(last.wasm)} (WebAssembly).`,
    );
  }
  const ends = Object.entries(counts).map(([end, count]) => `${count} ${end}`);
  say(
    `${fits} fits: ${ends.join(', ')}; none left a tensor or a buffer; second half: JavaScript's heap ` +
      `${megabytes(middle.js)} -> ${megabytes(last.js)}, WebAssembly's ${megabytes(middle.wasm)} -> ${megabytes(last.wasm)}`,
  );
}
