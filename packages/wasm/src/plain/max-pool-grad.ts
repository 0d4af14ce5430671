import { MaxPoolGrad, type TensorInfo } from '@tensorflow/tfjs-core';
import { planConvolution } from '../kernels/convolution-plan.js';
import type { PoolingAttributes } from '../kernels/pooling-plan.js';
import { floatsOf, sumsFor, tensorOf } from './floats.js';
import { forEachTap } from './for-each-tap.js';
import type { PlainKernel } from './plain-kernel.js';

/** The gradient of max pooling: dy goes to the first greatest element of its window. */
export const plainMaxPoolGrad: PlainKernel<{ dy: TensorInfo; input: TensorInfo }, PoolingAttributes> = {
  kernelName: MaxPoolGrad,
  run(backend, { dy, input }, { filterSize, ...attributes }) {
    const channels = input.shape[3]!;
    const [rows, columns] = typeof filterSize === 'number' ? [filterSize, filterSize] : filterSize;
    const plan = planConvolution(input.shape, [rows, columns, channels, 1], attributes, true);
    const [x, g, sums] = [floatsOf(backend, input), floatsOf(backend, dy), sumsFor(input.shape)];
    const best = new Float64Array(g.length).fill(-Infinity);
    const place = new Int32Array(g.length).fill(-1);
    forEachTap(plan, (from, to) => {
      for (let c = 0; c < channels; c++) {
        const v = x[from * channels + c]!;
        if (v > best[to * channels + c]!) {
          best[to * channels + c] = v;
          place[to * channels + c] = from * channels + c;
        }
      }
    });
    place.forEach((at, i) => {
      if (at >= 0) sums[at]! += g[i]!;
    });
    return tensorOf(backend, sums, input.shape);
  },
};
