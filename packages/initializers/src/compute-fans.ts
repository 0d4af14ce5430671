/** Which axes of a weight count as its inputs and outputs, where it has another layout than ours. */
export interface FanOptions {
  readonly inputAxes?: readonly number[] | null;
  readonly outputAxes?: readonly number[] | null;
}

const product = (dims: readonly number[]): number => dims.reduce((a, b) => a * b, 1);

/**
 * How many inputs feed one output of a weight, and how many outputs one input feeds.
 *
 * `[n]`: n and n; `[in, out]`: in and out; `[...field, in, out]`, a convolution: field * in and field * out. With both
 * `inputAxes` and `outputAxes`: the product of these dimensions (negative axes count from the end).
 */
export function computeFans(
  shape: readonly number[],
  { inputAxes, outputAxes }: FanOptions = {},
): { fanIn: number; fanOut: number } {
  if (inputAxes && outputAxes) {
    const along = (axes: readonly number[]): number => product(axes.map((axis) => shape.at(axis) ?? 1));
    return { fanIn: along(inputAxes), fanOut: along(outputAxes) };
  }
  if (shape.length < 2) return { fanIn: product(shape), fanOut: product(shape) };
  const field = product(shape.slice(0, -2));
  return { fanIn: field * shape.at(-2)!, fanOut: field * shape.at(-1)! };
}
