import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';

interface Inputs {
  readonly logits: TensorInfo;
  readonly labels: TensorInfo;
}

/**
 * Softmax cross-entropy with integer labels, and its gradient, in one kernel.
 *
 * `engine().runKernel('SixstepSparseSoftmaxCrossEntropy', { logits, labels })` gives [losses, gradient].
 *
 * - logits: float32 [rows, classes], labels: int32 [rows]
 * - losses: [rows], log(sum(exp(logits))) - logits[label]; a label outside of the classes gives NaN
 * - gradient: [rows, classes], softmax(logits) - onehot(label): the derivative of each row's loss
 *
 * It has no gradient registered: wrap it in `customGrad` and save the second output.
 */
export const sparseSoftmaxCrossEntropy: TrainingKernel<Inputs> = {
  kernelName: 'SixstepSparseSoftmaxCrossEntropy',
  run(native, { logits, labels }) {
    const [rows, classes] = logits.shape as [number, number];
    const losses = native.output([rows]);
    const gradient = native.output(logits.shape);
    const { address, module } = native;
    module.sparseCrossEntropy(address(logits), address(labels), address(losses), address(gradient), rows, classes);
    return [losses, gradient];
  },
};
