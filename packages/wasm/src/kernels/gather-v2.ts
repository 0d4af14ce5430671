import { backend_util, GatherV2, type GatherV2Attrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { heapOf } from '../heap.js';
import type { TrainingKernel } from '../training-kernel.js';

/**
 * Rows of x by their numbers, an embedding's lookup: whole rows are copied, where TensorFlow.js reckons out the place of every
 * element.
 *
 * @throws Error if an index is not in [0, n), with TensorFlow.js' text
 */
export const gatherV2: TrainingKernel<{ x: TensorInfo; indices: TensorInfo }, GatherV2Attrs> = {
  kernelName: GatherV2,
  run(native, { x, indices }, attributes, stock) {
    if (x.dtype === 'string' || indices.dtype !== 'int32') return stock({ x, indices }, { ...attributes });
    const axis = util.parseAxisParam(attributes.axis, x.shape)[0]!;
    // It asks for tensors, but looks at nothing but their shapes.
    type Shaped = Parameters<typeof backend_util.segment_util.collectGatherOpShapeInfo>[0];
    const { batchSize, outerSize, dimSize, sliceSize, outputShape } =
      backend_util.segment_util.collectGatherOpShapeInfo(x as Shaped, indices as Shaped, axis, attributes.batchDims);
    const out = native.output(outputShape, x.dtype);
    const bytes = sliceSize * util.bytesPerElement(x.dtype);
    const count = util.sizeFromShape(indices.shape) / Math.max(batchSize, 1);
    for (let batch = 0; batch < batchSize; batch++) {
      const numbers = native.address(indices) + batch * count * 4;
      const from = native.address(x) + batch * outerSize * dimSize * bytes;
      const to = native.address(out) + batch * outerSize * count * bytes;
      const wrong = native.module.gather(from, numbers, to, outerSize, dimSize, count, bytes);
      if (wrong < 0) continue;
      native.backend.disposeData(out.dataId);
      const index = new DataView(heapOf(native.backend).HEAPU8.buffer).getInt32(numbers + 4 * wrong, true);
      throw new Error(`GatherV2: the index value ${index} is not in [0, ${dimSize - 1}]`);
    }
    return out;
  },
};
