import {
  loadFashionMnist,
  loadMnist,
  sliceRows,
  type LabeledImages,
  type LoadedImages,
  type Progress,
} from '@sixstep/datasets';
import type { ImageDataName } from './image-setup.js';

const loaders = { mnist: loadMnist, 'fashion-mnist': loadFashionMnist } as const;

/** Mirrors that let other sites read their files; what they send is verified. */
const open: Readonly<Record<ImageDataName, readonly string[]>> = {
  mnist: [
    'https://raw.githubusercontent.com/fgnt/mnist/master',
    'https://ossci-datasets.s3.amazonaws.com/mnist',
    'https://storage.googleapis.com/cvdf-datasets/mnist',
  ],
  'fashion-mnist': [
    'https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion',
    'https://storage.googleapis.com/tensorflow/tf-keras-datasets',
  ],
};

/**
 * The images, from this browser's cache, from `data/` beside the page, or from a mirror.
 *
 * @param page the address of the page
 */
export function fetchImages(
  name: ImageDataName,
  page: string,
  onProgress: (progress: Progress) => void,
): Promise<LoadedImages> {
  const beside = new URL(`data/${name}`, page).href;
  return loaders[name]({ mirrors: [beside, ...open[name]], onProgress, onWarning: () => undefined });
}

/** The first `samples` of them. */
export function first({ x, y }: LabeledImages, samples: number): LabeledImages {
  const end = Math.min(samples, y.data.length);
  return { x: sliceRows(x, 0, end), y: sliceRows(y, 0, end) };
}
