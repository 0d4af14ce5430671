// Convolution without im2col, and the gradient of its input: GEMMs over the windows of a (padded) input, used where they are.
//
// A tile is 4 pixels of the output by 8 channels: 8 accumulators that stay in registers. A convolution gathers: it sums up
// whole windows (gather-tile.ts). The gradient scatters: the pixels of dy times each tap, added to dx (scatter-tile.ts).
import { gatherTile } from './gather-tile';
import { scatterEdge, scatterTile } from './scatter-tile';
import {
  columns,
  height,
  length,
  outputColumn,
  outputImage,
  outputRow,
  rows,
  width,
  windowColumn,
  windowImage,
  windowRow,
} from './window';

/**
 * Every window times the packed filter, plus the bias, then relu if asked for; or, if `scatter` is not 0, the transposed:
 * y += windows that the pixels of x spread over. Then it is y that has windows, and x outputs: `setPixels` gets their steps
 * in this order.
 *
 * @param x first window, or pixel, of the first image
 * @param panels the filter by `packAll`, [channels / 8][taps][8], or by `packTaps` for the gradient
 * @param y first output, or window, which holds zeros at first
 * @param channels output channels (input channels for the gradient)
 * @param bias as many floats as the panels have columns, or 0
 * @param relu 1 for max(0, y)
 * @param scatter for the gradient the channels of x, else 0
 * @param spare 192 bytes of scratch
 */
export function convolve(
  x: usize,
  panels: usize,
  y: usize,
  batch: i32,
  channels: i32,
  bias: usize,
  relu: i32,
  scatter: i32,
  spare: usize,
): void {
  const tap: usize = (<usize>scatter) << 5;
  const panel: usize = <usize>(rows * columns) * (scatter ? tap : (<usize>length) << 5);
  const pixels = width * height;
  const edge = spare + 64;
  for (let image = 0; image < batch; image++) {
    let b = panels;
    for (let j = 0; j < channels; j += 8) {
      const wide = min(8, channels - j);
      const first: usize = bias == 0 ? 0 : bias + ((<usize>j) << 2);
      let aLine = x;
      let cLine = y + ((<usize>j) << 2);
      let a0 = aLine;
      let c0 = cLine;
      let column = 0;
      for (let left = pixels; left > 0; left -= 4) {
        let a1: usize, a2: usize, a3: usize, a4: usize;
        let c1: usize, c2: usize, c3: usize, c4: usize;
        if (column + 4 < width) {
          column += 4;
          a1 = a0 + windowColumn;
          a2 = a1 + windowColumn;
          a3 = a2 + windowColumn;
          a4 = a3 + windowColumn;
          c1 = c0 + outputColumn;
          c2 = c1 + outputColumn;
          c3 = c2 + outputColumn;
          c4 = c3 + outputColumn;
        } else {
          // The tile crosses into the next row, or is the last one: step by step. Pixels beyond the last one repeat it.
          for (let i = 0; i < 4; i++) {
            const at = spare + ((<usize>i) << 3);
            store<u32>(at, <u32>a0);
            store<u32>(at, <u32>c0, 4);
            if (i + 1 >= left) continue;
            if (++column == width) {
              column = 0;
              aLine += windowRow;
              cLine += outputRow;
              a0 = aLine;
              c0 = cLine;
            } else {
              a0 += windowColumn;
              c0 += outputColumn;
            }
          }
          a4 = a0;
          c4 = c0;
          a0 = <usize>load<u32>(spare);
          a1 = <usize>load<u32>(spare, 8);
          a2 = <usize>load<u32>(spare, 16);
          a3 = <usize>load<u32>(spare, 24);
          c0 = <usize>load<u32>(spare, 4);
          c1 = <usize>load<u32>(spare, 12);
          c2 = <usize>load<u32>(spare, 20);
          c3 = <usize>load<u32>(spare, 28);
        }
        const whole = wide == 8;
        if (scatter) {
          if (whole && left >= 4) scatterTile(a0, a1, a2, a3, b, c0, c1, c2, c3, tap, rows, columns);
          else scatterEdge(a0, a1, a2, a3, b, c0, c1, c2, c3, tap, wide, left, edge);
        } else if (whole) {
          gatherTile(a0, a1, a2, a3, b, c0, c1, c2, c3, first, relu);
        } else {
          gatherTile(a0, a1, a2, a3, b, edge, edge + 32, edge + 64, edge + 96, first, relu);
          const bytes = (<usize>wide) << 2;
          memory.copy(c0, edge, bytes);
          memory.copy(c1, edge + 32, bytes);
          memory.copy(c2, edge + 64, bytes);
          memory.copy(c3, edge + 96, bytes);
        }
        a0 = a4;
        c0 = c4;
      }
      b += panel;
    }
    x += windowImage;
    y += outputImage;
  }
}
