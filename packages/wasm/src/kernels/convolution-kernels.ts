import { convolutionDerivatives } from '@sixstep/gradients';
import { type KernelGroup, kernelGroup } from '../kernel-group.js';
import { plainConv2dBackpropFilter } from '../plain/conv2d-backprop-filter.js';
import { plainDepthwiseBackpropFilter } from '../plain/depthwise-backprop-filter.js';
import { plainDepthwiseBackpropInput } from '../plain/depthwise-backprop-input.js';
import { explicitPadding } from '../plain/explicit-padding.js';
import { plainMaxPoolGrad } from '../plain/max-pool-grad.js';
import { avgPoolGrad } from './avg-pool-grad.js';
import { conv2d } from './conv2d.js';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.js';
import { conv2dBackpropInput } from './conv2d-backprop-input.js';
import { depthwiseBackpropFilter } from './depthwise-backprop-filter.js';
import { depthwiseBackpropInput } from './depthwise-backprop-input.js';
import { depthwiseConv2d, fusedDepthwiseConv2d } from './depthwise-conv2d.js';
import { fusedConv2d } from './fused-conv2d.js';
import { maxPool } from './max-pool.js';
import { maxPoolGrad } from './max-pool-grad.js';
import { sixstepBatchNorm } from './sixstep-batch-norm.js';
import { sixstepBatchNormGradient } from './sixstep-batch-norm-gradient.js';
import { sixstepBiasGradient } from './sixstep-bias-gradient.js';
import { sixstepConv2d } from './sixstep-conv2d.js';

/** Convolution, pooling and normalization. */
export const convolutionKernels: KernelGroup = /* @__PURE__ */ kernelGroup(
  [
    conv2d,
    fusedConv2d,
    conv2dBackpropInput,
    conv2dBackpropFilter,
    depthwiseConv2d,
    fusedDepthwiseConv2d,
    depthwiseBackpropInput,
    depthwiseBackpropFilter,
    maxPool,
    maxPoolGrad,
    avgPoolGrad,
    sixstepConv2d,
    sixstepBiasGradient,
    sixstepBatchNorm,
    sixstepBatchNormGradient,
  ],
  [
    plainConv2dBackpropFilter,
    plainDepthwiseBackpropFilter,
    plainDepthwiseBackpropInput,
    plainMaxPoolGrad,
    ...explicitPadding,
  ],
  convolutionDerivatives,
);
