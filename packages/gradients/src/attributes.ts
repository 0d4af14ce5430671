/** The attributes of the convolution kernels. */
export type ConvolutionAttributes = {
  strides: number | [number, number];
  pad: number | string | [number, number][];
  dataFormat: string;
  dimRoundingMode?: string;
  dilations?: number | [number, number];
};

/** The attributes of the pooling kernels. */
export type PoolingAttributes = {
  filterSize: number | [number, number];
  strides: number | [number, number];
  pad: number | string | [number, number][];
  dimRoundingMode?: string;
};

/** The attributes of the resizing kernels. */
export type ResizingAttributes = { alignCorners: boolean; halfPixelCenters: boolean; size: [number, number] };
