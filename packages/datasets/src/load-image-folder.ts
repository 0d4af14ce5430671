import { platform } from '#platform';
import { formatValue } from '@sixstep/parts';
import { decodeImages, type ImageFolder } from './decode-images.js';
import type { ColorMode } from './to-channels.js';

/**
 * Images of one size from a folder that has one folder of PNG files for each class, sorted by path.
 * As `keras.utils.image_dataset_from_directory`, but for PNG only and without resizing. Node only.
 *
 * @param folder its path
 * @param options.colorMode `'grayscale'`, `'rgb'` (the default) or `'rgba'`
 * @throws Error if the folder cannot be read, has no PNG file, or one is faulty or of another size
 *
 * @example
 * const { x, y, classNames } = await loadImageFolder('flowers', { colorMode: 'grayscale' });
 */
export async function loadImageFolder(
  folder: string,
  { colorMode = 'rgb' }: { colorMode?: ColorMode } = {},
): Promise<ImageFolder> {
  const place = 'loadImageFolder';
  const files = await platform.readFolder(folder, '.png').catch((error: unknown) => {
    throw new Error(
      `${place}: expected a folder of images, received ${formatValue(folder)}. ${(error as Error).message}`,
      {
        cause: error,
      },
    );
  });
  return decodeImages(files, { colorMode, place });
}
