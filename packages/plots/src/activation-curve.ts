import { grad, type Tensor, tensor1d, tidy } from '@tensorflow/tfjs-core';
import { formatShape, formatValue } from '@sixstep/parts';

/** An elementwise function of tensors. */
export type ActivationFunction = (x: Tensor) => Tensor;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A function and its derivative as points. */
export interface ActivationCurve {
  readonly values: Point[];
  readonly slopes: Point[];
}

/** Puts a gap where the curve jumps: a step that is large against the whole and far larger than the ones around it. */
function breakJumps(points: readonly Point[]): Point[] {
  const steps = points.slice(1).map((point, i) => Math.abs(point.y - points[i]!.y));
  const ys = points.map((point) => point.y);
  const span = Math.max(...ys) - Math.min(...ys);
  return points.flatMap((point, i) => {
    const step = steps[i - 1] ?? 0;
    const around = Math.max(steps[i - 2] ?? 0, steps[i] ?? 0);
    const jumps = step > 0.05 * span && step > 8 * around;
    return jumps ? [{ x: (point.x + points[i - 1]!.x) / 2, y: NaN }, point] : [point];
  });
}

/**
 * `activation` at `count` points from `low` to `high`, and its derivative by automatic differentiation: of an elementwise
 * function the gradient of the sum of all values is the derivative at each point.
 *
 * @throws Error if it changes the shape, or has no derivative
 */
export function activationCurve(
  name: string,
  activation: ActivationFunction,
  [low, high]: readonly [number, number],
  count: number,
): ActivationCurve {
  const place = 'activationPlot';
  if (typeof (activation as unknown) !== 'function') {
    throw new Error(`${place}: expected ${name} to be a function of a tensor, received ${formatValue(activation)}.`);
  }
  const xs = Float32Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
  const [values, slopes] = tidy(() => {
    const x = tensor1d(xs);
    const y = activation(x);
    if (y.shape.length !== 1 || y.shape[0] !== count) {
      throw new Error(
        `${place}: expected ${name} to keep the shape ${formatShape([count])}, received ${formatShape(y.shape)}. ` +
          `Pass an elementwise function, e.g. (x) => sigmoid(x).`,
      );
    }
    try {
      return [y.dataSync(), grad(activation)(x).dataSync()];
    } catch (cause) {
      const what = cause instanceof Error ? cause.message : String(cause);
      throw new Error(
        `${place}: expected ${name} to have a derivative, received: ${what} ` +
          `TensorFlow.js has no gradients by itself; call registerGradients() of @sixstep/gradients, or useWasm().`,
        { cause },
      );
    }
  });
  const points = (ys: ArrayLike<number>): Point[] => breakJumps(Array.from(xs, (x, i) => ({ x, y: ys[i]! })));
  return { values: points(values!), slopes: points(slopes!) };
}
