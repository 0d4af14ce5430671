// Batch normalization in training, of [n, channels]. Sums run over blocks of rows that fit the first-level cache, and
// the blocks' sums are added up: fast, and exact to a few units in the last place for many rows.
import { madd } from './madd';

/** Rows a block. */
const BLOCK: i32 = 64;

/** mean, variance (biased) and y = (x - mean) / sqrt(variance + epsilon) * gamma + beta. `scratch`: a float a channel. */
export function batchNormalization(
  x: usize,
  gamma: usize,
  beta: usize,
  mean: usize,
  variance: usize,
  y: usize,
  n: i32,
  channels: i32,
  epsilon: f32,
  scratch: usize,
): void {
  const line = (<usize>channels) << 2;
  const quads = line & ~15;
  const one: f32 = <f32>1 / <f32>n;
  memory.fill(mean, 0, line);
  memory.fill(variance, 0, line);
  for (let pass = 0; pass < 2; pass++) {
    const total = pass == 0 ? mean : variance;
    for (let i = 0; i < n; i += BLOCK) {
      const block = x + <usize>i * line;
      const end = block + <usize>min(BLOCK, n - i) * line;
      for (let c: usize = 0; c < quads; c += 16) {
        let sum = f32x4.splat(0);
        if (pass == 0) {
          for (let a = block + c; a < end; a += line) sum = f32x4.add(sum, v128.load(a));
        } else {
          const middle = v128.load(mean + c);
          for (let a = block + c; a < end; a += line) {
            const d = f32x4.sub(v128.load(a), middle);
            sum = madd(d, d, sum);
          }
        }
        v128.store(total + c, f32x4.add(v128.load(total + c), sum));
      }
      for (let c = quads; c < line; c += 4) {
        let sum: f32 = 0;
        const middle: f32 = pass == 0 ? 0 : load<f32>(mean + c);
        for (let a = block + c; a < end; a += line) {
          const d = load<f32>(a) - middle;
          sum += pass == 0 ? d : d * d;
        }
        store<f32>(total + c, load<f32>(total + c) + sum);
      }
    }
    for (let c: usize = 0; c < line; c += 4) store<f32>(total + c, load<f32>(total + c) * one);
  }
  for (let c: usize = 0; c < line; c += 4) {
    store<f32>(scratch + c, load<f32>(gamma + c) / sqrt<f32>(load<f32>(variance + c) + epsilon));
  }
  for (let i = 0; i < n; i++) {
    for (let c: usize = 0; c < quads; c += 16) {
      const d = f32x4.sub(v128.load(x + c), v128.load(mean + c));
      v128.store(y + c, madd(d, v128.load(scratch + c), v128.load(beta + c)));
    }
    for (let c = quads; c < line; c += 4) {
      store<f32>(y + c, (load<f32>(x + c) - load<f32>(mean + c)) * load<f32>(scratch + c) + load<f32>(beta + c));
    }
    x += line;
    y += line;
  }
}

/**
 * dBeta = sum of dy, dGamma = sum of dy * xHat with xHat = (x - mean) / sqrt(variance + epsilon), and
 * dx = gamma / sqrt(variance + epsilon) * (dy - dBeta / n - xHat * dGamma / n). `scratch`: three floats a channel.
 */
export function batchNormalizationGradient(
  x: usize,
  dy: usize,
  gamma: usize,
  mean: usize,
  variance: usize,
  dx: usize,
  dGamma: usize,
  dBeta: usize,
  n: i32,
  channels: i32,
  epsilon: f32,
  scratch: usize,
): void {
  const line = (<usize>channels) << 2;
  const quads = line & ~15;
  memory.fill(dGamma, 0, line);
  memory.fill(dBeta, 0, line);
  for (let i = 0; i < n; i += BLOCK) {
    const start = <usize>i * line;
    const end = start + <usize>min(BLOCK, n - i) * line;
    for (let c: usize = 0; c < quads; c += 16) {
      const middle = v128.load(mean + c);
      let sum = f32x4.splat(0);
      let product = sum;
      for (let at = start + c; at < end; at += line) {
        const g = v128.load(dy + at);
        sum = f32x4.add(sum, g);
        product = madd(g, f32x4.sub(v128.load(x + at), middle), product);
      }
      v128.store(dBeta + c, f32x4.add(v128.load(dBeta + c), sum));
      v128.store(dGamma + c, f32x4.add(v128.load(dGamma + c), product));
    }
    for (let c = quads; c < line; c += 4) {
      let sum: f32 = 0;
      let product: f32 = 0;
      for (let at = start + c; at < end; at += line) {
        const g = load<f32>(dy + at);
        sum += g;
        product += g * (load<f32>(x + at) - load<f32>(mean + c));
      }
      store<f32>(dBeta + c, load<f32>(dBeta + c) + sum);
      store<f32>(dGamma + c, load<f32>(dGamma + c) + product);
    }
  }
  const factor = scratch; // dx = factor * dy - slope * (x - mean) - shift
  const slope = scratch + line;
  const shift = slope + line;
  for (let c: usize = 0; c < line; c += 4) {
    const inverse = <f32>1 / sqrt<f32>(load<f32>(variance + c) + epsilon);
    const scaled = load<f32>(dGamma + c) * inverse;
    const f = load<f32>(gamma + c) * inverse;
    store<f32>(dGamma + c, scaled);
    store<f32>(factor + c, f);
    store<f32>(slope + c, (f * inverse * scaled) / <f32>n);
    store<f32>(shift + c, (f * load<f32>(dBeta + c)) / <f32>n);
  }
  for (let i = 0; i < n; i++) {
    for (let c: usize = 0; c < quads; c += 16) {
      const d = f32x4.mul(f32x4.sub(v128.load(x + c), v128.load(mean + c)), v128.load(slope + c));
      const g = f32x4.mul(v128.load(dy + c), v128.load(factor + c));
      v128.store(dx + c, f32x4.sub(f32x4.sub(g, v128.load(shift + c)), d));
    }
    for (let c = quads; c < line; c += 4) {
      const d = (load<f32>(x + c) - load<f32>(mean + c)) * load<f32>(slope + c);
      store<f32>(dx + c, load<f32>(dy + c) * load<f32>(factor + c) - load<f32>(shift + c) - d);
    }
    x += line;
    dy += line;
    dx += line;
  }
}
