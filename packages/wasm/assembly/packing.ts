// Rearranging operands, so that the inner loops read them one after the other.
import { packPanel } from './panel';

/** Copies images [batch, rows, columns, channels] into a border of zeros. */
export function padImages(
  from: usize,
  to: usize,
  batch: i32,
  rows: i32,
  columns: i32,
  channels: i32,
  top: i32,
  bottom: i32,
  left: i32,
  right: i32,
): void {
  const line = (<usize>(columns * channels)) << 2;
  const before = (<usize>(left * channels)) << 2;
  const after = (<usize>(right * channels)) << 2;
  const padded = line + before + after;
  for (let image = 0; image < batch; image++) {
    memory.fill(to, 0, <usize>top * padded);
    to += <usize>top * padded;
    for (let row = 0; row < rows; row++) {
      memory.fill(to, 0, before);
      memory.copy(to + before, from, line);
      memory.fill(to + before + line, 0, after);
      from += line;
      to += padded;
    }
    memory.fill(to, 0, <usize>bottom * padded);
    to += <usize>bottom * padded;
  }
}

/** Copies images [batch, rows, columns, channels] out of their border. */
export function cropImages(
  from: usize,
  to: usize,
  batch: i32,
  rows: i32,
  columns: i32,
  channels: i32,
  top: i32,
  bottom: i32,
  left: i32,
  right: i32,
): void {
  const line = (<usize>(columns * channels)) << 2;
  const padded = line + ((<usize>((left + right) * channels)) << 2);
  from += <usize>top * padded + ((<usize>(left * channels)) << 2);
  for (let image = 0; image < batch; image++) {
    for (let row = 0; row < rows; row++) {
      memory.copy(to, from, line);
      from += padded;
      to += line;
    }
    from += <usize>(top + bottom) * padded;
  }
}

/** Fills bytes with zeros. */
export function clear(at: usize, bytes: usize): void {
  memory.fill(at, 0, bytes);
}

/** Packs a filter [taps, inputs, outputs], transposed, into panels [inputs / 8 rounded up][taps][outputs][8]. */
export function packTaps(from: usize, to: usize, taps: i32, inputs: i32, outputs: i32): void {
  const line = (<usize>outputs) << 2;
  for (let j = 0; j < inputs; j += 8) {
    for (let tap = 0; tap < taps; tap++) {
      packPanel(from + <usize>(tap * inputs + j) * line, to, outputs, min(8, inputs - j), 4, 1, line);
      to += line << 3;
    }
  }
}

/** Writes windows of a few floats out: [pixels, rows, columns, channels] of images [batch, ., ., channels]. */
export function unfold(
  from: usize,
  to: usize,
  batch: i32,
  height: i32,
  width: i32,
  pixelStep: i32,
  lineStep: i32,
  imageStep: i32,
  rows: i32,
  rowStep: i32,
  columns: i32,
  columnStep: i32,
  channels: i32,
): void {
  for (let image = 0; image < batch; image++) {
    for (let h = 0; h < height; h++) {
      for (let w = 0; w < width; w++) {
        let line = from + ((<usize>(h * lineStep + w * pixelStep)) << 2);
        for (let row = 0; row < rows; row++) {
          let source = line;
          for (let column = 0; column < columns; column++) {
            for (let channel = 0; channel < channels; channel++) {
              store<f32>(to, load<f32>(source + ((<usize>channel) << 2)));
              to += 4;
            }
            source += (<usize>columnStep) << 2;
          }
          line += (<usize>rowStep) << 2;
        }
      }
    }
    from += (<usize>imageStep) << 2;
  }
}
