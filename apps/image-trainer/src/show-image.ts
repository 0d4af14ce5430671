import { sliceRows, toAscii, toMatrix, type ArrayData } from '@sixstep/datasets';

/** Leaves out as many columns on both sides as the image [1, height, width] is wider than `width`. */
function middleColumns({ data, shape, ...rest }: ArrayData, width: number): ArrayData {
  const [, height, all] = shape as [number, number, number];
  const from = Math.max(0, Math.floor((all - width) / 2));
  const columns = Math.min(all, width);
  const cut = Array.from({ length: height }, (_, row) =>
    Array.from(data.subarray(row * all + from, row * all + from + columns)),
  );
  return { ...rest, data: Uint8Array.from(cut.flat()), shape: [height, columns] };
}

/** An image as a picture and as the numbers that it is made of, of which only the middle is shown where the terminal is narrow. */
export function showImage(images: ArrayData, index: number, terminalWidth: number): string {
  const image = sliceRows(images, index, index + 1);
  const columns = Math.floor((terminalWidth + 1) / 4);
  const isCut = columns < image.shape[2]!;
  const note = isCut ? `\n(the middle ${columns} columns; a wider terminal shows all ${image.shape[2]!})` : '';
  return `${toAscii(image)}\n\n${toMatrix(isCut ? middleColumns(image, columns) : image)}${note}`;
}
