// Convolution, pooling, embedding and normalization.
export { batchNormalization, batchNormalizationGradient } from './batch-normalization';
export { biasGradient } from './bias-gradient';
export { convolve } from './convolution';
export { depthwiseFilterGradient, depthwiseInputGradient, repeat, sumGroups } from './depthwise';
export { filterGradient } from './filter-gradient';
export { clear, cropImages, packTaps, padImages, unfold } from './packing';
export { pool, setPooling } from './pooling';
export { segmentSum } from './segment-sum';
export { setPixels, setWindow } from './window';
export { finite, setTilesFrom, setTilesTo, transformTiles } from './winograd';
