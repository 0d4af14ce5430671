import { backend_util } from '@tensorflow/tfjs-core';

/** The attributes of TensorFlow.js' convolution kernels. */
export interface ConvolutionAttributes {
  readonly strides: number | [number, number];
  readonly pad: 'same' | 'valid' | number | backend_util.ExplicitPadding;
  /** TensorFlow.js layers says null where it says nothing. */
  readonly dilations?: number | [number, number] | null;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
  readonly dataFormat?: 'NHWC' | 'NCHW';
}

/** A shape [batch, height, width, channels], or that of a filter. */
export type Shape4 = [number, number, number, number];

/** The shapes of one convolution in NHWC, and the border of zeros that its windows read. */
export interface ConvolutionPlan {
  readonly batch: number;
  readonly inHeight: number;
  readonly inWidth: number;
  readonly inputs: number;
  readonly outHeight: number;
  readonly outWidth: number;
  /** Output channels; of a depthwise convolution inputs x multiplier. */
  readonly outputs: number;
  readonly filterHeight: number;
  readonly filterWidth: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
  readonly dilationHeight: number;
  readonly dilationWidth: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly padded: boolean;
  /** Floats of a row of the (padded) images, and of a whole one. */
  readonly paddedLine: number;
  readonly paddedImage: number;
  readonly outShape: Shape4;
}

/**
 * Works out a convolution of x [batch, height, width, channels] as TensorFlow.js does it.
 *
 * @throws Error if the windows are larger than the images by more than one: the output would have a negative size
 */
export function planConvolution(
  xShape: readonly number[],
  filterShape: readonly number[],
  { strides, pad, dilations, dimRoundingMode }: ConvolutionAttributes,
  depthwise = false,
): ConvolutionPlan {
  const info = backend_util.computeConv2DInfo(
    xShape as Shape4,
    filterShape as Shape4,
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
    depthwise,
  );
  const { batchSize: batch, inHeight, inWidth, inChannels: inputs, outHeight, outWidth, outChannels: outputs } = info;
  if (outHeight < 0 || outWidth < 0) {
    throw new Error(
      `convolution: expected windows of ${formatShape([info.effectiveFilterHeight, info.effectiveFilterWidth])} to fit into ` +
        `images of ${formatShape([inHeight, inWidth])}, received larger ones. Use padding 'same', or smaller windows.`,
    );
  }
  const { top, left } = info.padInfo;
  // What the windows read; the padding of TensorFlow.js may be more than that, or (rounding up) less.
  const bottom = Math.max(0, (outHeight - 1) * info.strideHeight + info.effectiveFilterHeight - inHeight - top);
  const right = Math.max(0, (outWidth - 1) * info.strideWidth + info.effectiveFilterWidth - inWidth - left);
  const paddedLine = (inWidth + left + right) * inputs;
  return {
    batch,
    inHeight,
    inWidth,
    inputs,
    outHeight,
    outWidth,
    outputs,
    filterHeight: info.filterHeight,
    filterWidth: info.filterWidth,
    strideHeight: info.strideHeight,
    strideWidth: info.strideWidth,
    dilationHeight: info.dilationHeight,
    dilationWidth: info.dilationWidth,
    top,
    bottom,
    left,
    right,
    padded: top > 0 || bottom > 0 || left > 0 || right > 0,
    paddedLine,
    paddedImage: (inHeight + top + bottom) * paddedLine,
    outShape: [batch, outHeight, outWidth, outputs],
  };
}

function formatShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}
