import type { Tensor } from '@tensorflow/tfjs-core';

/** The derivative of a kernel: TensorFlow.js' gradient configuration, with its tuple of saved tensors typed. */
export interface Derivative<Saved extends Tensor[] = [Tensor], Attributes extends object = object, Dy = Tensor> {
  readonly kernelName: string;
  readonly inputsToSave?: string[];
  readonly outputsToSave?: boolean[];
  readonly saveAllInputs?: boolean;
  /**
   * @param dy gradient of the loss with respect to the kernel's output (or outputs)
   * @param saved the inputs and outputs named above, inputs first
   * @param attributes the kernel's attributes
   * @returns for each input a function that computes its gradient, called only where it is needed
   */
  gradFunc(dy: Dy, saved: Saved, attributes: Attributes): Record<string, () => Tensor>;
}

/** Any derivative, for tables. */
export type AnyDerivative = Derivative<Tensor[], object, Tensor | Tensor[]>;
