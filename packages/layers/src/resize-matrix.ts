import { tensor2d, type Tensor2D } from '@tensorflow/tfjs-core';

/** Ways to find values between pixels. */
export type Interpolation = 'bilinear' | 'bicubic' | 'lanczos3' | 'lanczos5';

/** sin(pi x) / (pi x) windowed to |x| < a. */
const lanczos = (x: number, a: number): number => {
  if (x === 0) return 1;
  if (Math.abs(x) >= a) return 0;
  const t = Math.PI * x;
  return (a * Math.sin(t) * Math.sin(t / a)) / (t * t);
};

/** Keys' cubic with a = -1/2. */
const cubic = (x: number): number => {
  const t = Math.abs(x);
  if (t >= 2) return 0;
  return t < 1 ? (1.5 * t - 2.5) * t * t + 1 : ((-0.5 * t + 2.5) * t - 4) * t + 2;
};

const kernels: Record<Interpolation, readonly [radius: number, weight: (x: number) => number]> = {
  bilinear: [1, (x) => Math.max(0, 1 - Math.abs(x))],
  bicubic: [2, cubic],
  lanczos3: [3, (x) => lanczos(x, 3)],
  lanczos5: [5, (x) => lanczos(x, 5)],
};

/**
 * How each of `size` `factor` output pixels is made of `size` input pixels, centers half a pixel in: [size factor, size].
 * Pixels beyond the edge do not count, the weights of the others sum to 1.
 */
export function resizeMatrix(size: number, factor: number, interpolation: Interpolation): Tensor2D {
  const [radius, weight] = kernels[interpolation];
  const data = new Float32Array(size * factor * size);
  for (let i = 0; i < size * factor; i++) {
    let center = (i + 0.5) / factor - 0.5;
    // TensorFlow, and so Keras, looks the cubic up in a table with so many places from pixel to pixel.
    if (interpolation === 'bicubic') center = Math.round(center * 1024) / 1024;
    const weights: [number, number][] = [];
    for (let j = Math.floor(center) - radius + 1; j <= Math.floor(center) + radius; j++) {
      if (j >= 0 && j < size) weights.push([j, weight(center - j)]);
    }
    const sum = weights.reduce((total, [, w]) => total + w, 0);
    for (const [j, w] of weights) data[i * size + j] = w / sum;
  }
  return tensor2d(data, [size * factor, size]);
}
