import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Native } from '../native.js';
import type { ConvolutionPlan } from './convolution-plan.js';
import { planWindows } from './windows.js';
import { winogradConvolve } from './winograd-convolve.js';
import { suitsWinograd } from './winograd-plan.js';

/** y = conv(x, filter) + bias, then max(0, y) if `relu`: float32 in NHWC, any stride, padding and dilation. */
export function convolve(
  native: Native,
  x: TensorInfo,
  filter: TensorInfo,
  bias: TensorInfo | undefined,
  relu: boolean,
  plan: ConvolutionPlan,
): TensorInfo {
  const { module } = native;
  const { batch, outputs, outHeight, outWidth } = plan;
  const y = native.output(plan.outShape);
  if (batch * outHeight * outWidth * outputs === 0) return y;
  const from = native.address(x);
  const to = native.address(y);
  const biasStart = bias === undefined ? 0 : native.address(bias);
  const finish = (at: number, count: number): void => {
    if (biasStart !== 0 || relu) module.activate(at, count, outputs, biasStart, relu ? 1 : 0, 0);
  };
  if (suitsWinograd(plan) && winogradConvolve(native, from, native.address(filter), to, plan, finish)) return y;
  const windows = planWindows(plan);
  const pixels = outHeight * outWidth;
  const panelColumns = 8 * Math.ceil(outputs / 8);
  const spare = native.scratch(512 + 4 * panelColumns * (1 + windows.size) + windows.bytes);
  const paddedBias = spare + 512;
  const panels = paddedBias + 4 * panelColumns;
  const images = panels + 4 * panelColumns * windows.size;
  module.packAll(native.address(filter), panels, windows.size, outputs, 4 * outputs, 0, 4);
  if (bias !== undefined) module.packAll(native.address(bias), paddedBias, 1, outputs, 4 * outputs, 0, 4);
  for (let first = 0; first < batch; first += windows.part) {
    const count = Math.min(windows.part, batch - first);
    const start = windows.read(native, from, first, count, images);
    const out = to + 4 * first * pixels * outputs;
    if (windows.written) {
      // The windows are the rows of a matrix.
      const { size } = windows;
      module.multiplyPacked(start, 4 * size, 4, panels, out, 4 * outputs, count * pixels, outputs, size, 0, spare);
      finish(out, count * pixels);
      continue;
    }
    module.convolve(start, panels, out, count, outputs, bias === undefined ? 0 : paddedBias, relu ? 1 : 0, 0, spare);
  }
  return y;
}
