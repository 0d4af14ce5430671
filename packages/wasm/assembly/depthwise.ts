// Gradients of the depthwise convolution with one output per channel. Geometry: see `setPixels` and `setWindow`.
import { madd } from './madd';
import {
  columns,
  columnStep,
  height,
  outputColumn,
  outputImage,
  outputRow,
  rows,
  rowStep,
  width,
  windowColumn,
  windowImage,
  windowRow,
} from './window';

/** dFilter[tap, channel] = sum over pixels of window[pixel, tap, channel] * dy[pixel, channel]. */
export function depthwiseFilterGradient(x: usize, dy: usize, dFilter: usize, batch: i32, channels: i32): void {
  const bytes = (<usize>channels) << 2;
  const quads = bytes & ~15;
  memory.fill(dFilter, 0, <usize>(rows * columns) * bytes);
  for (let image = 0; image < batch; image++) {
    let to = dFilter;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const tap = x + <usize>row * rowStep + <usize>column * columnStep;
        for (let c: usize = 0; c < quads; c += 16) {
          let sum = f32x4.splat(0);
          for (let h = 0; h < height; h++) {
            let a = tap + <usize>h * windowRow + c;
            let g = dy + <usize>h * outputRow + c;
            for (let w = 0; w < width; w++) {
              sum = madd(v128.load(a), v128.load(g), sum);
              a += windowColumn;
              g += outputColumn;
            }
          }
          v128.store(to + c, f32x4.add(v128.load(to + c), sum));
        }
        for (let c = quads; c < bytes; c += 4) {
          let sum: f32 = 0;
          for (let h = 0; h < height; h++) {
            let a = tap + <usize>h * windowRow + c;
            let g = dy + <usize>h * outputRow + c;
            for (let w = 0; w < width; w++) {
              sum += load<f32>(a) * load<f32>(g);
              a += windowColumn;
              g += outputColumn;
            }
          }
          store<f32>(to + c, load<f32>(to + c) + sum);
        }
        to += bytes;
      }
    }
    x += windowImage;
    dy += outputImage;
  }
}

/** dx[window] += dy[pixel, channel] * filter[tap, channel]; dx is zero at first. */
export function depthwiseInputGradient(dx: usize, filter: usize, dy: usize, batch: i32, channels: i32): void {
  const bytes = (<usize>channels) << 2;
  const quads = bytes & ~15;
  for (let image = 0; image < batch; image++) {
    for (let h = 0; h < height; h++) {
      for (let w = 0; w < width; w++) {
        const g = dy + <usize>h * outputRow + <usize>w * outputColumn;
        const window = dx + <usize>h * windowRow + <usize>w * windowColumn;
        let f = filter;
        for (let row = 0; row < rows; row++) {
          let to = window + <usize>row * rowStep;
          for (let column = 0; column < columns; column++) {
            for (let c: usize = 0; c < quads; c += 16) {
              v128.store(to + c, madd(v128.load(g + c), v128.load(f + c), v128.load(to + c)));
            }
            for (let c = quads; c < bytes; c += 4) {
              store<f32>(to + c, load<f32>(to + c) + load<f32>(g + c) * load<f32>(f + c));
            }
            f += bytes;
            to += columnStep;
          }
        }
      }
    }
    dx += windowImage;
    dy += outputImage;
  }
}

/** Writes each of n numbers `times` times, one after the other. */
export function repeat(from: usize, to: usize, n: i32, times: i32): void {
  for (let i = 0; i < n; i++) {
    const v = load<f32>(from);
    for (let k = 0; k < times; k++) {
      store<f32>(to, v);
      to += 4;
    }
    from += 4;
  }
}

/** Sums each `group` of numbers that follow one another: n sums. */
export function sumGroups(from: usize, to: usize, n: i32, group: i32): void {
  for (let i = 0; i < n; i++) {
    let sum: f32 = 0;
    for (let k = 0; k < group; k++) {
      sum += load<f32>(from);
      from += 4;
    }
    store<f32>(to, sum);
    to += 4;
  }
}
