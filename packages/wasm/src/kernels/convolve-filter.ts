import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Native } from '../native.js';
import type { ConvolutionPlan } from './convolution-plan.js';
import { planWindows } from './windows.js';
import { winogradFilter } from './winograd-filter.js';
import { suitsWinograd } from './winograd-plan.js';

/** The gradient of a convolution's filter: the sum over all windows of window times dy. */
export function convolveFilter(
  native: Native,
  x: TensorInfo,
  dy: TensorInfo,
  filterShape: readonly number[],
  plan: ConvolutionPlan,
): TensorInfo {
  const { module } = native;
  const { batch, outputs, outHeight, outWidth } = plan;
  const dFilter = native.output(filterShape);
  const windows = planWindows(plan);
  const pixels = outHeight * outWidth;
  if (batch * pixels === 0) {
    module.clear(native.address(dFilter), 4 * windows.size * outputs);
    return dFilter;
  }
  if (windows.size * outputs === 0) return dFilter;
  const [from, gradient, to] = [native.address(x), native.address(dy), native.address(dFilter)];
  if (suitsWinograd(plan) && winogradFilter(native, from, gradient, to, plan)) return dFilter;
  const packed = 32 * pixels * Math.ceil(outputs / 8) + 256;
  const scratch = native.scratch(packed + windows.bytes);
  for (let first = 0; first < batch; first += windows.part) {
    const count = Math.min(windows.part, batch - first);
    const start = windows.read(native, from, first, count, scratch + packed);
    const dyStart = gradient + 4 * first * pixels * outputs;
    module.filterGradient(start, dyStart, to, count, outputs, scratch, first);
  }
  return dFilter;
}
