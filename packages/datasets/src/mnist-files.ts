import type { IdxDataset } from './load-idx-dataset.js';

const sizes = { trainX: 47_040_016, trainY: 60_008, testX: 7_840_016, testY: 10_008 };

/** The four files that MNIST and Fashion-MNIST have in common but for their SHA-256. */
export function mnistFiles(sha256: Readonly<Record<keyof typeof sizes, string>>): IdxDataset['files'] {
  return {
    train: {
      x: { name: 'train-images-idx3-ubyte', bytes: sizes.trainX, sha256: sha256.trainX },
      y: { name: 'train-labels-idx1-ubyte', bytes: sizes.trainY, sha256: sha256.trainY },
    },
    test: {
      x: { name: 't10k-images-idx3-ubyte', bytes: sizes.testX, sha256: sha256.testX },
      y: { name: 't10k-labels-idx1-ubyte', bytes: sizes.testY, sha256: sha256.testY },
    },
  };
}
