import type { ArrayData } from '@sixstep/datasets';
import { RandomState } from '@sixstep/datasets';

/** Points and classes. */
export interface Dots {
  /** Shape [samples, 2]. */
  readonly x: ArrayData<Float32Array>;
  /** 0 or 1, shape [samples, 1]. */
  readonly y: ArrayData<Float32Array>;
}

/**
 * The lecture's dots: normal in the plane, of class 1 within the circle x₁² + x₂² < 2. A share `noise` of those to train on
 * has the wrong class, so that there is something that must not be learned.
 */
export function makeDots({
  seed,
  train,
  test,
  noise,
}: {
  readonly seed: number;
  readonly train: number;
  readonly test: number;
  readonly noise: number;
}): { readonly train: Dots; readonly test: Dots } {
  const random = new RandomState(seed);
  const draw = (count: number, wrong: number): Dots => {
    const x = new Float32Array(2 * count);
    const y = new Float32Array(count);
    for (let i = 0; i < count; i++) {
      const [a, b] = [random.standardNormal(), random.standardNormal()];
      x.set([a, b], 2 * i);
      y[i] = Number(a * a + b * b < 2) ^ Number(random.randomSample() < wrong);
    }
    return { x: { data: x, shape: [count, 2] }, y: { data: y, shape: [count, 1] } };
  };
  return { train: draw(train, noise), test: draw(test, 0) };
}
