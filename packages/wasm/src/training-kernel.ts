import type { GradConfig, NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { Native } from './native.js';

/** What a kernel returns: one tensor, or several. */
export type Outputs = TensorInfo | TensorInfo[];

/** The kernel that TensorFlow.js brings along, for what ours does not serve. */
export type StockKernel = (inputs: NamedTensorInfoMap, attributes: NamedAttrMap) => Outputs;

/**
 * A kernel of ours: it overrides TensorFlow.js' kernel of the same name, or adds a new one.
 *
 * `run` gets the inputs on the backend, in the memory that `native` works on. It must not keep `scratch` or views of the
 * memory beyond the call, and hands everything that it does not serve to `stock` (which throws where the backend has no
 * kernel of that name).
 */
export interface TrainingKernel<Inputs extends object = object, Attributes extends object = object> {
  readonly kernelName: string;
  run(native: Native, inputs: Inputs, attributes: Attributes, stock: StockKernel): Outputs;
  /** The derivative of a kernel that TensorFlow.js does not know; registered unless there is one. */
  readonly gradient?: GradConfig;
}

/** Any kernel of ours, for tables: which inputs and attributes it takes is fixed by its name. */
export interface AnyTrainingKernel extends Omit<TrainingKernel, 'run'> {
  run(native: Native, inputs: never, attributes: never, stock: StockKernel): Outputs;
}
