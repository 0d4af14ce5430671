import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Native } from '../native.js';
import type { ConvolutionPlan } from './convolution-plan.js';
import { setPixels, setTaps } from './windows.js';
import { winogradInput } from './winograd-input.js';
import { suitsWinograd } from './winograd-plan.js';

/** Images with a border are worked on in parts of about so many bytes, which stay in the cache. */
const PART = 1 << 18;

/** The gradient of a convolution's input: dy times each tap of the filter, added where the tap read. */
export function convolveInput(
  native: Native,
  dy: TensorInfo,
  filter: TensorInfo,
  inputShape: readonly number[],
  plan: ConvolutionPlan,
): TensorInfo {
  const { module } = native;
  const { batch, inputs, outputs, filterHeight, filterWidth, padded, paddedImage } = plan;
  const { inHeight, inWidth, top, bottom, left, right } = plan;
  const dx = native.output(inputShape);
  const image = inHeight * inWidth * inputs;
  if (batch * image === 0) return dx;
  const to = native.address(dx);
  if (plan.outHeight * plan.outWidth * outputs === 0) {
    module.clear(to, 4 * batch * image);
    return dx;
  }
  if (suitsWinograd(plan) && winogradInput(native, native.address(dy), native.address(filter), to, plan)) return dx;
  const part = padded ? Math.max(1, Math.min(batch, Math.floor(PART / (4 * paddedImage)))) : batch;
  const taps = filterHeight * filterWidth;
  const panelBytes = 32 * taps * outputs * Math.ceil(inputs / 8);
  const spare = native.scratch(256 + panelBytes + (padded ? 4 * part * paddedImage : 0));
  const panels = spare + 256;
  module.packTaps(native.address(filter), panels, taps, inputs, outputs);
  const gradient = native.address(dy);
  for (let first = 0; first < batch; first += part) {
    const count = Math.min(part, batch - first);
    const out = to + 4 * first * image;
    const sums = padded ? panels + panelBytes : out;
    module.clear(sums, 4 * count * paddedImage);
    setPixels(native, plan, true);
    setTaps(native, plan);
    const dyStart = gradient + 4 * first * plan.outHeight * plan.outWidth * outputs;
    module.convolve(dyStart, panels, sums, count, inputs, 0, 0, outputs, spare);
    if (padded) module.cropImages(sums, out, count, inHeight, inWidth, inputs, top, bottom, left, right);
  }
  return dx;
}
