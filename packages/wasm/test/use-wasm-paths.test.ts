import { useWasm } from '@sixstep/wasm';
import { expect, jest, test } from '@jest/globals';

// TensorFlow.js and Emscripten print what went wrong, several times.
for (const method of ['warn', 'error', 'log'] as const) jest.spyOn(console, method).mockImplementation(() => undefined);

test('paths that lack a file are refused', async () => {
  const wasmPaths = { 'tfjs-backend-wasm.wasm': 'a.wasm' } as never;
  await expect(useWasm({ wasmPaths })).rejects.toThrow(
    'useWasm: expected wasmPaths to be a folder or the addresses of all three files, given before the backend starts for ' +
      'the first time, received {"tfjs-backend-wasm.wasm":"a.wasm"}: There were no entries found for the following binaries',
  );
});

test('a backend that does not start is an error that says what was tried', async () => {
  await expect(useWasm({ wasmPaths: '/nowhere/' })).rejects.toThrow(
    `useWasm: expected TensorFlow.js' backend 'wasm' to start with wasmPaths "/nowhere/", received a failure, which the ` +
      'console shows. In a bundle pass the addresses of its three files, e.g. useWasm({ wasmPaths }); see the README.',
  );
});
