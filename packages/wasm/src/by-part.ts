import {
  AvgPool,
  Conv2D,
  Conv2DBackpropInput,
  DepthwiseConv2dNative,
  Einsum,
  FusedBatchNorm,
  FusedConv2D,
  FusedDepthwiseConv2D,
  MaxPool,
} from '@tensorflow/tfjs-core';
import { replace } from './install.js';
import type { KernelGroup } from './kernel-group.js';

/** In programs that are bundled by part: what is not asked for says so where it is needed. */
export const otherKernels: readonly KernelGroup[] = [
  missing('einsumKernels', [Einsum]),
  missing('convolutionKernels', [
    AvgPool,
    Conv2D,
    Conv2DBackpropInput,
    DepthwiseConv2dNative,
    FusedBatchNorm,
    FusedConv2D,
    FusedDepthwiseConv2D,
    MaxPool,
  ]),
];

function missing(group: string, kernelNames: readonly string[]): KernelGroup {
  const install = (kernelName: string): void => {
    replace(kernelName, () => {
      throw new Error(
        `${kernelName}: expected its kernels in this program, which is bundled by part, found none. ` +
          `Import ${group} of @sixstep/wasm and pass them: useWasm({ kernels: [${group}] }).`,
      );
    });
  };
  return {
    install: () => {
      kernelNames.forEach(install);
    },
  };
}
