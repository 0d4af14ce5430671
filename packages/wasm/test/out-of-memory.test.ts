import { OutOfMemoryError, useWasm } from '@sixstep/wasm';
import { beforeAll, expect, test } from '@jest/globals';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { bits } from './bits.js';

beforeAll(() => useWasm());

const backend = (): BackendWasm => tf.backend() as unknown as BackendWasm;
const heap = () => backend().wasm as unknown as { HEAPU8: Uint8Array; onAbort(what: string): void };
const counts = (): number[] => [tf.memory().numTensors, backend().numDataIds()];

/** Takes all memory, in ever smaller pieces, which are not written to; frees it again after `use`. */
function whenFull(use: (free: (bytes: number) => void) => void): void {
  const taken: { id: object; bytes: number }[] = [];
  const free = ({ id }: { id: object }): void => void backend().disposeData(id);
  try {
    for (let bytes = 2 ** 28; bytes >= 2 ** 12; bytes /= 4) {
      for (;;) {
        try {
          taken.push({ id: backend().makeOutput([bytes / 4], 'float32').dataId, bytes });
        } catch (error) {
          expect(error).toBeInstanceOf(OutOfMemoryError);
          break;
        }
      }
    }
    use((bytes) => {
      const at = taken.findIndex((piece) => piece.bytes === bytes);
      free(taken.splice(at, 1)[0]!);
    });
  } finally {
    taken.forEach(free);
  }
}

test('says what was asked for, what is in use and how much there can be', () => {
  const [a, b] = [tf.ones([40_000, 1]), tf.ones([1, 40_000])];
  const before = counts();
  let error: OutOfMemoryError | undefined;
  try {
    tf.matMul(a, b);
  } catch (caught) {
    error = caught as OutOfMemoryError;
  }
  // 1.6e9 floats: modulo 2^32 that would be 2.1 GB, with which the backend would have gone on.
  expect(error).toBeInstanceOf(OutOfMemoryError);
  expect(error).toMatchObject({ requested: 6_400_000_000, inUse: tf.memory().numBytes, limit: 4_294_901_760 });
  expect(error!.heap).toBe(heap().HEAPU8.length);
  expect(error!.message).toMatch(
    /^wasm: expected memory for 6103\.5 MB \(6400000000 bytes\), received none: \d+ tensors hold \d+\.\d+ MB, and the memory has grown to \d+\.\d MB of at most 4095\.9 MB\. Take smaller batches or a smaller model, or dispose tensors that are no longer needed\.$/,
  );
  expect(counts()).toEqual(before);
  tf.dispose([a, b]);
});

test('in a full memory whatever asks for more fails, leaves nothing behind, and works again when there is room', () => {
  const expected = bits();
  const [a, image, filter] = [tf.ones([256, 256]), tf.ones([4, 32, 32, 8]), tf.ones([3, 3, 8, 8])];
  const operations: Record<string, () => unknown> = {
    tensor: () => tf.tensor1d(new Float32Array(65536)),
    stock: () => tf.cumsum(a, 1),
    product: () => tf.matMul(a, a, true, false),
    convolution: () => tf.conv2d(image as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same'),
    gradients: () =>
      tf.variableGrads(() => tf.sum(tf.conv2d(image as tf.Tensor4D, kernel as tf.Tensor4D, 1, 'same')), [kernel]),
  };
  const kernel = tf.variable(filter);
  whenFull((free) => {
    const before = counts();
    for (const [name, run] of Object.entries(operations)) {
      expect(() => tf.tidy(() => void run())).toThrow(OutOfMemoryError);
      expect([name, ...counts()]).toEqual([name, ...before]);
    }
    expect(heap().HEAPU8.length).toBeGreaterThan(4e9);
    free(2 ** 26);
    for (const run of Object.values(operations)) tf.tidy(() => void run());
  });
  tf.dispose([a, image, filter, kernel]);
  expect(bits()).toEqual(expected);
});

test('a kernel that aborts in a full memory says the same', () => {
  expect(heap().HEAPU8.length).toBeGreaterThan(4e9);
  expect(() => heap().onAbort('')).toThrow(
    /^wasm: expected memory for what a kernel needs, received none: .* grown to 409\d\.\d MB of at most 4095\.9 MB\./,
  );
});
