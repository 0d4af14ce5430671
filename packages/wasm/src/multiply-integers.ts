import type { TensorInfo } from '@tensorflow/tfjs-core';
import { heapOf } from './heap.js';
import type { Native } from './native.js';
import { planProduct } from './product-plan.js';

/** The same as `multiply` for int32 tensors, in plain TypeScript: summed up in double precision, as on the cpu backend. */
export function multiplyIntegers(
  native: Native,
  a: TensorInfo,
  b: TensorInfo,
  turnA: boolean,
  turnB: boolean,
): TensorInfo {
  const { rows, inner, columns, count, outShape, offsetA, offsetB } = planProduct(a, b, turnA, turnB);
  const out = native.output(outShape, 'int32');
  const memory = new Int32Array(heapOf(native.backend).HEAPU8.buffer);
  const [fromA, fromB, to] = [a, b, out].map((tensor) => native.address(tensor) / 4) as [number, number, number];
  const [rowA, stepA] = turnA ? [1, rows] : [inner, 1];
  const [stepB, columnB] = turnB ? [1, inner] : [columns, 1];
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        let atA = fromA + offsetA(i) + row * rowA;
        let atB = fromB + offsetB(i) + column * columnB;
        let sum = 0;
        for (let k = 0; k < inner; k++) {
          sum += memory[atA]! * memory[atB]!;
          atA += stepA;
          atB += stepB;
        }
        memory[to + (i * rows + row) * columns + column] = sum;
      }
    }
  }
  return out;
}
