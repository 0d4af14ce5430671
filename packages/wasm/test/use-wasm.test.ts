import { useWasm } from '@sixstep/wasm';
import { expect, test } from '@jest/globals';
import { env, getBackend, getGradient, getKernel, grad, square } from '@tensorflow/tfjs-core';

test('starts the backend once, with gradients and kernels, without threads', async () => {
  expect(getBackend()).toBeUndefined();
  const [first, second] = [useWasm(), useWasm()];
  expect(second).toBe(first);
  await first;
  expect(getBackend()).toBe('wasm');
  expect(env().get('WASM_HAS_MULTITHREAD_SUPPORT')).toBe(false);
  expect(getKernel('Conv2DBackpropFilter', 'wasm')).toBeDefined();
  expect(grad((x) => square(x))(3).dataSync()[0]).toBe(6);
  const { kernelFunc } = getKernel('BatchMatMul', 'wasm');
  const { gradFunc } = getGradient('Square');
  await useWasm();
  expect(getKernel('BatchMatMul', 'wasm').kernelFunc).toBe(kernelFunc);
  expect(getGradient('Square').gradFunc).toBe(gradFunc);
});
