import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { Outputs, StockKernel } from '../training-kernel.js';

/** A kernel in TypeScript, for engines without SIMD: slow, and right. */
export interface PlainKernel<Inputs extends object = object, Attributes extends object = object> {
  readonly kernelName: string;
  run(backend: BackendWasm, inputs: Inputs, attributes: Attributes, stock: StockKernel): Outputs;
}

/** Any plain kernel, for tables. */
export interface AnyPlainKernel extends Omit<PlainKernel, 'run'> {
  run(backend: BackendWasm, inputs: never, attributes: never, stock: StockKernel): Outputs;
}
