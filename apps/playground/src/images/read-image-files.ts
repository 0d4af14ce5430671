import { parseIdx, type ArrayData, type LabeledImages, type LoadedImages } from '@sixstep/datasets';

/** A file that the user chose. */
export interface NamedFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

interface Read {
  readonly name: string;
  readonly array: ArrayData<Uint8Array<ArrayBuffer>>;
}

async function read(file: NamedFile): Promise<Read> {
  let bytes = new Uint8Array(await file.arrayBuffer());
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
      bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    }
    const array = parseIdx(bytes) as ArrayData<Uint8Array<ArrayBuffer>>;
    if (array.data[Symbol.toStringTag] !== 'Uint8Array') throw new Error('It does not hold bytes.');
    return { name: file.name, array };
  } catch (error) {
    throw new Error(`${file.name}: expected an IDX file, with or without gzip. ${(error as Error).message}`, {
      cause: error,
    });
  }
}

const isImages = ({ array }: Read): boolean =>
  array.shape.length === 3 && array.shape[1] === 28 && array.shape[2] === 28;
const isLabels = ({ array }: Read): boolean => array.shape.length === 1;

/** The larger part is to train on. */
function pair(images: readonly Read[], labels: readonly Read[], place: 'first' | 'last'): LabeledImages {
  const bySize = (a: Read, b: Read): number => b.array.shape[0]! - a.array.shape[0]!;
  const x = [...images].sort(bySize).at(place === 'first' ? 0 : -1)!;
  const y = [...labels].sort(bySize).at(place === 'first' ? 0 : -1)!;
  if (x.array.shape[0] !== y.array.shape[0]) {
    throw new Error(
      `${y.name}: expected as many labels as ${x.name} has images, ${x.array.shape[0]}, received ${y.array.shape[0]}.`,
    );
  }
  if (y.array.data.some((label) => label > 9)) {
    throw new Error(`${y.name}: expected labels from 0 to 9, received ${y.array.data.find((label) => label > 9)}.`);
  }
  return { x: { ...x.array, scale: 1 / 255 }, y: y.array };
}

/**
 * Images and labels from the four files of a data set packed like MNIST, in any order.
 *
 * @throws Error that names the file that does not fit, or says what is missing
 */
export async function readImageFiles(files: readonly NamedFile[]): Promise<LoadedImages> {
  const all = await Promise.all(files.map(read));
  const images = all.filter(isImages);
  const labels = all.filter(isLabels);
  const other = all.find((one) => !isImages(one) && !isLabels(one));
  if (other !== undefined) {
    throw new Error(
      `${other.name}: expected images of 28 × 28 or labels, received an array of ${other.array.shape.join(' × ')}.`,
    );
  }
  if (images.length !== 2 || labels.length !== 2) {
    throw new Error(
      `Expected four files, two of images and two of labels, received ${images.length} of images and ${labels.length} ` +
        'of labels. Choose them all at once.',
    );
  }
  return { train: pair(images, labels, 'first'), test: pair(images, labels, 'last') };
}
