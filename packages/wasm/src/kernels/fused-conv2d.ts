import { FusedConv2D, type TensorInfo } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';
import { type ConvolutionAttributes, planConvolution } from './convolution-plan.js';
import { convolve } from './convolve.js';
import { runWithExplicitPadding } from './explicit-padding.js';

interface Inputs {
  readonly x: TensorInfo;
  readonly filter: TensorInfo;
  readonly bias?: TensorInfo;
}

/** Convolution, bias and activation in one: ours for none and relu in NHWC, TensorFlow.js' for the others. */
export const fusedConv2d: TrainingKernel<Inputs, ConvolutionAttributes & { activation: string }> = {
  kernelName: FusedConv2D,
  run(native, inputs, attributes, stock) {
    const { x, filter, bias } = inputs;
    const { activation, dataFormat } = attributes;
    const served = dataFormat !== 'NCHW' && (activation === 'linear' || activation === 'relu');
    const plan = planConvolution(x.shape, filter.shape, attributes);
    const wholeBias = bias == null || (bias.shape.length === 1 && bias.shape[0] === plan.outputs);
    if (!served || !wholeBias) return runWithExplicitPadding(inputs, attributes, stock, false);
    return convolve(native, x, filter, bias ?? undefined, activation === 'relu', plan);
  },
};
