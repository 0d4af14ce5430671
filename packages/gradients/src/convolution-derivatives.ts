import { avgPoolDerivative } from './avg-pool.js';
import { conv2dDerivative } from './conv2d.js';
import { conv2dBackpropInputDerivative } from './conv2d-backprop-input.js';
import { depthwiseConv2dNativeDerivative } from './depthwise-conv2d-native.js';
import { fusedBatchNormDerivative } from './fused-batch-norm.js';
import { maxPoolDerivative } from './max-pool.js';
import { resizeBilinearDerivative } from './resize-bilinear.js';
import { resizeNearestNeighborDerivative } from './resize-nearest-neighbor.js';
import { spaceToBatchNdDerivative } from './space-to-batch-nd.js';
import { batchToSpaceNdDerivative } from './batch-to-space-nd.js';
import type { AnyDerivative } from './derivative.js';

/** The derivatives of convolution, pooling, resizing and TensorFlow.js' own normalization. */
export const convolutionDerivatives: readonly AnyDerivative[] = [
  avgPoolDerivative,
  conv2dDerivative,
  conv2dBackpropInputDerivative,
  depthwiseConv2dNativeDerivative,
  maxPoolDerivative,
  fusedBatchNormDerivative,
  resizeBilinearDerivative,
  resizeNearestNeighborDerivative,
  spaceToBatchNdDerivative,
  batchToSpaceNdDerivative,
];
