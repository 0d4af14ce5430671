import { pad, reshape, slice, type Tensor } from '@tensorflow/tfjs-core';

type Dilations = number | [number, number];

/** The shape of a filter [height, width, in, out] with zeros between its taps. */
export function dilatedShape(shape: number[], dilations: Dilations): number[] {
  const [high, wide] = both(dilations);
  const [height = 1, width = 1, ...rest] = shape;
  return [(height - 1) * high + 1, (width - 1) * wide + 1, ...rest];
}

/** A filter [height, width, in, out] with zeros between its taps: its plain convolution is the dilated one. */
export function dilateFilter(filter: Tensor, dilations: Dilations): Tensor {
  const [high, wide] = both(dilations);
  if (high === 1 && wide === 1) return filter;
  const [height = 1, width = 1, input = 1, output = 1] = filter.shape;
  const rows = pad(reshape(filter, [height, 1, width, input * output]), [
    [0, 0],
    [0, high - 1],
    [0, 0],
    [0, 0],
  ]);
  const taps = pad(reshape(rows, [height * high, width, 1, input * output]), [
    [0, 0],
    [0, 0],
    [0, wide - 1],
    [0, 0],
  ]);
  const spread = reshape(taps, [height * high, width * wide, input, output]);
  return slice(spread, [0, 0, 0, 0], dilatedShape(filter.shape, dilations));
}

/** Picks the taps of a dilated filter: the transposed operation, for its gradient. */
export function undilateFilter(dilated: Tensor, shape: number[], dilations: Dilations): Tensor {
  const [high, wide] = both(dilations);
  if (high === 1 && wide === 1) return dilated;
  const [height = 1, width = 1, input = 1, output = 1] = shape;
  const padded = pad(dilated, [
    [0, high - 1],
    [0, wide - 1],
    [0, 0],
    [0, 0],
  ]);
  const rows = slice(
    reshape(padded, [height, high * width * wide * input * output]),
    [0, 0],
    [height, width * wide * input * output],
  );
  const taps = reshape(rows, [height * width, wide * input * output]);
  return reshape(slice(taps, [0, 0], [height * width, input * output]), shape);
}

function both(dilations: Dilations): [number, number] {
  return typeof dilations === 'number' ? [dilations, dilations] : dilations;
}
