import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';

interface Inputs {
  readonly logits: TensorInfo;
  readonly labels: TensorInfo;
}

/**
 * Softmax cross-entropy with a distribution for a label, and its gradient, in one kernel.
 *
 * `engine().runKernel('SixstepSoftmaxCrossEntropy', { logits, labels })` gives [losses, gradient].
 *
 * - logits, labels: float32 [rows, classes]
 * - losses: [rows], sum(labels * (log(sum(exp(logits))) - logits))
 * - gradient: [rows, classes], softmax(logits) - labels, also where labels do not add up to 1, as in TensorFlow
 *
 * It has no gradient registered: wrap it in `customGrad` and save the second output. Labels get none.
 */
export const softmaxCrossEntropy: TrainingKernel<Inputs> = {
  kernelName: 'SixstepSoftmaxCrossEntropy',
  run(native, { logits, labels }) {
    const [rows, classes] = logits.shape as [number, number];
    const losses = native.output([rows]);
    const gradient = native.output(logits.shape);
    const { address, module } = native;
    module.crossEntropy(address(logits), address(labels), address(losses), address(gradient), rows, classes);
    return [losses, gradient];
  },
};
