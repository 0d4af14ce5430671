import { sliceRows, type LabeledImages } from '@sixstep/datasets';
import { userPath } from '@sixstep/trainer';
import { downloadProgress } from './download-progress.js';
import type { ImageData, ImageTask } from './image-task.js';
import type { Options } from './options.js';

function first({ x, y }: LabeledImages, samples: number): LabeledImages {
  const end = Math.min(samples, y.data.length);
  return { x: sliceRows(x, 0, end), y: sliceRows(y, 0, end) };
}

/** The images that the options ask for; a download is told of. */
export async function loadImages(
  { load }: ImageTask,
  { dataDir, samples = Infinity }: Pick<Options, 'dataDir' | 'samples'>,
): Promise<ImageData> {
  const progress = downloadProgress((text) => process.stdout.write(text), process.stdout.isTTY);
  try {
    const images = await load({
      ...(dataDir !== undefined && { dataDir: userPath(dataDir) }),
      onProgress: progress.onProgress,
      onWarning: (message) => process.stderr.write(`warning: ${message}\n`),
    });
    return { ...images, train: first(images.train, samples), test: first(images.test, samples) };
  } finally {
    progress.end();
  }
}
