// Convolution, pooling, embedding and normalization.
export { batchNormalization, batchNormalizationGradient } from './batch-normalization';
export { biasGradient } from './bias-gradient';
export { convolve } from './convolution';
export { depthwiseFilterGradient, depthwiseInputGradient, repeat, sumGroups } from './depthwise';
export { filterGradient } from './filter-gradient';
export { inputGradient } from './input-gradient';
export { clear, cropImages, packPanels, packTaps, padImages, unfold } from './packing';
export { averagePoolGradient, maxPoolGradient, setPooling } from './pooling';
export { segmentSum } from './segment-sum';
export { setPixels, setWindow } from './window';
