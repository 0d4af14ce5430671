/**
 * A weight as images, as Keras shows it: a vector as a column, a matrix as an image that is wider than high, three dimensions as an
 * image for each index of the last. At most three images; undefined for weights of more dimensions.
 *
 * @param shape dimensions of size 1 do not count
 * @returns shape [samples, height, width, channels]
 */
export function weightImage(
  data: ArrayLike<number>,
  shape: readonly number[],
): { data: ArrayLike<number>; shape: readonly number[] } | undefined {
  const sizes = shape.filter((size) => size !== 1);
  const [a = 1, b = 1, c = 1] = sizes;
  if (data.length === 0) return undefined;
  if (sizes.length <= 1) return { data, shape: [1, a, 1, 1] };
  if (sizes.length === 2) {
    if (a <= b) return { data, shape: [1, a, b, 1] };
    return { data: transposed(data, a, b), shape: [1, b, a, 1] };
  }
  if (sizes.length === 3) {
    const images = Math.min(c, 3);
    return { data: transposed(data, a * b, c).slice(0, images * a * b), shape: [images, a, b, 1] };
  }
  const channels = sizes[3]!;
  if (sizes.length !== 4 || ![3, 4].includes(channels)) return undefined;
  const images = Math.min(a, 3);
  return { data: Array.from(data).slice(0, images * b * c * channels), shape: [images, b, c, channels] };
}

const transposed = (data: ArrayLike<number>, rows: number, columns: number): number[] =>
  Array.from({ length: data.length }, (_, i) => data[(i % rows) * columns + Math.floor(i / rows)]!);
