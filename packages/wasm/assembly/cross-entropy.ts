// Softmax cross-entropy from logits, with its gradient: one pass over a row to find the largest logit, one for the sum.
import { exp } from './exp';
import { get, set, total } from './lanes';
import { log } from './log';

/**
 * loss = log(sum(exp(x))) - x[label]; gradient = softmax(x) - onehot(label).
 *
 * A label outside of the classes gives NaN, loss and gradient.
 *
 * @param x logits [rows, classes]
 * @param labels int32 [rows]
 */
export function sparseCrossEntropy(x: usize, labels: usize, loss: usize, gradient: usize, rows: i32, classes: i32): void {
  const line = (<usize>classes) << 2;
  for (let i = 0; i < rows; i++) {
    const largest = maximum(x, classes);
    const sum = softmax(x, gradient, classes, largest);
    const label = load<i32>(labels);
    if (<u32>label < <u32>classes) {
      const at = (<usize>label) << 2;
      store<f32>(loss, log(sum) - (load<f32>(x + at) - largest));
      store<f32>(gradient + at, load<f32>(gradient + at) - 1);
    } else {
      store<f32>(loss, NaN);
      for (let at: usize = 0; at < line; at += 4) store<f32>(gradient + at, NaN);
    }
    x += line;
    gradient += line;
    labels += 4;
    loss += 4;
  }
}

/**
 * loss = sum(y (log(sum(exp(x))) - x)); gradient = softmax(x) - y, also where sum(y) is not 1, as in TensorFlow.
 *
 * @param x logits [rows, classes]
 * @param labels float32 [rows, classes]
 */
export function crossEntropy(x: usize, labels: usize, loss: usize, gradient: usize, rows: i32, classes: i32): void {
  const line = (<usize>classes) << 2;
  for (let i = 0; i < rows; i++) {
    const largest = maximum(x, classes);
    const sum = softmax(x, gradient, classes, largest);
    const top = f32x4.splat(largest);
    const logarithm = f32x4.splat(log(sum));
    let all = f32x4.splat(0);
    for (let at: usize = 0, left = classes; left > 0; left -= 4) {
      const y = get(labels + at, left);
      const p = get(gradient + at, left);
      all = f32x4.add(all, rest(f32x4.mul(y, f32x4.sub(logarithm, f32x4.sub(get(x + at, left), top))), left));
      set(gradient + at, f32x4.sub(p, y), left);
      at += 16;
    }
    store<f32>(loss, total(all));
    x += line;
    gradient += line;
    labels += line;
    loss += 4;
  }
}

/** The largest of `n` floats; NaN if there is one. */
function maximum(x: usize, n: i32): f32 {
  let m = v128.load32_splat(x);
  for (let left = n; left >= 4; left -= 4) {
    m = f32x4.max(m, v128.load(x));
    x += 16;
  }
  for (let left = n & 3; left > 0; left--) {
    m = f32x4.max(m, v128.load32_splat(x));
    x += 4;
  }
  return max(
    max(f32x4.extract_lane(m, 0), f32x4.extract_lane(m, 1)),
    max(f32x4.extract_lane(m, 2), f32x4.extract_lane(m, 3)),
  );
}

/** y = exp(x - largest) / its sum, which is returned. */
function softmax(x: usize, y: usize, n: i32, largest: f32): f32 {
  const top = f32x4.splat(largest);
  let all = f32x4.splat(0);
  for (let at: usize = 0, left = n; left > 0; left -= 4) {
    const e = exp(f32x4.sub(get(x + at, left), top));
    set(y + at, e, left);
    all = f32x4.add(all, rest(e, left));
    at += 16;
  }
  const sum = total(all);
  const divisor = f32x4.splat(sum);
  for (let at: usize = 0, left = n; left > 0; left -= 4) {
    set(y + at, f32x4.div(get(y + at, left), divisor), left);
    at += 16;
  }
  return sum;
}

/** v without the lanes from `left` on. */
// @ts-ignore: decorator
@inline
function rest(v: v128, left: i32): v128 {
  return left >= 4 ? v : v128.and(v, i32x4.gt_s(i32x4.splat(left), i32x4(0, 1, 2, 3)));
}
