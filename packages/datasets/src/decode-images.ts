import { formatShape } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';
import { readPng } from './read-png.js';
import type { ColorMode } from './to-channels.js';

/** Images in folders, one for each class. */
export interface ImageFolder {
  /** Shape [samples, height, width, channels], scale 1 / 255. */
  readonly x: ArrayData<Uint8Array>;
  /** The class, its folder's place in `classNames`, shape [samples]. */
  readonly y: ArrayData<Int32Array>;
  /** The folders' names, sorted. */
  readonly classNames: readonly string[];
  /** Where each image came from. */
  readonly paths: readonly string[];
}

/**
 * Images of one size, and their classes, from PNG files whose folder says the class: `cat/1.png`, `dog/1.png`.
 * For browsers, where `loadImageFolder` has no folders to read.
 *
 * @param files in this order
 * @param options.colorMode `'grayscale'`, `'rgb'` (the default) or `'rgba'`
 * @param options.place what to name in messages
 * @throws Error if there is no file, one is no PNG or of another size than the first, or lies in no folder
 */
export function decodeImages(
  files: Iterable<{ readonly path: string; readonly bytes: Uint8Array }>,
  { colorMode = 'rgb', place = 'decodeImages' }: { colorMode?: ColorMode; place?: string } = {},
): ImageFolder {
  const images = Array.from(files, ({ path, bytes }) => {
    const folder = path.split('/').at(-2);
    if (!folder)
      throw new Error(`${place}: expected each image to lie in a folder named after its class, received '${path}'.`);
    return { path, folder, ...readPng(bytes, { colorMode, place: `${place}: ${path}` }) };
  });
  const [first] = images;
  if (!first)
    throw new Error(
      `${place}: expected at least one PNG file, received none. Put images into one folder for each class.`,
    );
  const classNames = [...new Set(images.map(({ folder }) => folder))].sort();
  const data = new Uint8Array(images.length * first.data.length);
  images.forEach((image, i) => {
    if (formatShape(image.shape) !== formatShape(first.shape)) {
      throw new Error(
        `${place}: expected ${image.path} to have shape ${formatShape(first.shape)} as ${first.path}, ` +
          `received ${formatShape(image.shape)}. Bring all images to one size first.`,
      );
    }
    data.set(image.data, i * first.data.length);
  });
  return {
    x: { data, shape: [images.length, ...first.shape], scale: 1 / 255 },
    y: { data: Int32Array.from(images, ({ folder }) => classNames.indexOf(folder)), shape: [images.length] },
    classNames,
    paths: images.map(({ path }) => path),
  };
}
