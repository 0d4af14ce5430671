import { encode } from 'fast-png';
import { bytes, each, int, message, text, type Field } from '../proto.js';
import { histogram } from './histogram.js';

/** TensorFlow's numbers for types of tensors. */
const FLOAT = 1;
const DOUBLE = 2;
const STRING = 7;

/** An image, its values from 0 to 1, of shape [height, width, channels]. */
export interface SummaryImage {
  readonly data: ArrayLike<number>;
  readonly shape: readonly [number, number, number];
}

/** A message `Summary.Value`: a tensor, and the plugin of TensorBoard that shows it. */
function value(tag: string, plugin: string, dtype: number, shape: readonly number[], content: Field): Uint8Array {
  const dims = each(shape, (size) => bytes(2, message(int(1, size))));
  const tensor = message(int(1, dtype), bytes(2, message(dims)), content);
  return message(text(1, tag), bytes(8, tensor), bytes(9, message(bytes(1, message(text(1, plugin))))));
}

const raw = (array: Float32Array | Float64Array): Field => bytes(4, new Uint8Array(array.buffer));

/** A number. */
export const scalarValue = (tag: string, x: number): Uint8Array =>
  value(tag, 'scalars', FLOAT, [], raw(Float32Array.of(x)));

/** How values are distributed. */
export function histogramValue(tag: string, values: ArrayLike<number>): Uint8Array {
  const rows = histogram(values);
  return value(tag, 'histograms', DOUBLE, [rows.length / 3, 3], raw(rows));
}

/** Images of one size, as PNG; what is below 0 or above 1 is black or white. */
export function imageValue(tag: string, images: readonly SummaryImage[]): Uint8Array {
  const [height, width, channels] = images[0]!.shape;
  const files = images.map(({ data }) =>
    encode({
      width,
      height,
      channels,
      data: Uint8Array.from(data, (x) => Math.max(0, Math.min(255, Math.floor(x * 255.5)))),
    }),
  );
  const strings = [String(width), String(height)].map((size) => new TextEncoder().encode(size));
  const items = [...strings, ...files];
  return value(
    tag,
    'images',
    STRING,
    [items.length],
    each(items, (item) => bytes(8, item)),
  );
}
