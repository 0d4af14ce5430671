import { loadIdxDataset, type IdxDataset, type LoadedImages } from './load-idx-dataset.js';
import type { LoadOptions } from './load-options.js';
import { mnistFiles } from './mnist-files.js';

const mnist: IdxDataset = {
  name: 'mnist',
  mirrors: ['https://ossci-datasets.s3.amazonaws.com/mnist', 'https://storage.googleapis.com/cvdf-datasets/mnist'],
  files: mnistFiles({
    trainX: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    trainY: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    testX: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    testY: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
  }),
};

export interface Mnist extends LoadedImages {
  readonly classNames: readonly string[];
}

/**
 * MNIST: 60,000 images of handwritten digits to train on and 10,000 to test on, 28x28 bytes, white on black, and labels
 * from 0 to 9. Where the files come from: see `LoadOptions`.
 *
 * Source: LeCun, Cortes, Burges, "The MNIST database of handwritten digits"; CC BY-SA 3.0.
 *
 * @throws Error if a file is faulty or not to be had, with what to do; the reason of `signal` if that is aborted
 */
export async function loadMnist(options: LoadOptions = {}): Promise<Mnist> {
  const images = await loadIdxDataset(mnist, options, 'loadMnist');
  return { ...images, classNames: Array.from({ length: 10 }, (_, digit) => String(digit)) };
}
