import { useWasm } from '@sixstep/wasm';
import { expect, test } from '@jest/globals';

test('without WebAssembly it says where there is one', async () => {
  const { WebAssembly: present } = globalThis;
  Reflect.deleteProperty(globalThis, 'WebAssembly');
  try {
    await expect(useWasm()).rejects.toThrow(
      'useWasm: expected WebAssembly to be available, received an engine without it. ' +
        "Run on Node >= 20 or a current browser, or call setBackend('cpu') of @tensorflow/tfjs-core instead.",
    );
  } finally {
    globalThis.WebAssembly = present;
  }
});
