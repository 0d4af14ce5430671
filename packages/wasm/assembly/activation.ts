// Activations by number, as src/activation-codes.ts lists them; the derivatives are taken from the output.
import { exp, expm1, sigmoid, tanh } from './exp';
import { get, set } from './lanes';

// @ts-ignore: decorator
@inline
export function activation(code: i32, x: v128, alpha: v128): v128 {
  const zero = f32x4.splat(0);
  switch (code) {
    case 1: // relu
      return f32x4.max(x, zero);
    case 2: // relu6
      return f32x4.min(f32x4.max(x, zero), f32x4.splat(6));
    case 3: // sigmoid
      return sigmoid(x);
    case 4: // tanh
      return tanh(x);
    case 5: // elu
      return v128.bitselect(expm1(x), x, f32x4.lt(x, zero));
    case 6: // leaky relu
      return v128.bitselect(f32x4.mul(x, alpha), x, f32x4.lt(x, zero));
    default:
      return x;
  }
}

/** The derivative times dy, by the output y. */
// @ts-ignore: decorator
@inline
function derivative(code: i32, dy: v128, y: v128): v128 {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  switch (code) {
    case 1: // relu
      return v128.and(dy, f32x4.gt(y, zero));
    case 2: // relu6
      return v128.and(dy, v128.and(f32x4.gt(y, zero), f32x4.lt(y, f32x4.splat(6))));
    case 3: // sigmoid
      return f32x4.mul(dy, f32x4.mul(y, f32x4.sub(one, y)));
    case 4: // tanh
      return f32x4.mul(dy, f32x4.sub(one, f32x4.mul(y, y)));
    case 5: // elu
      return v128.bitselect(f32x4.mul(dy, f32x4.add(y, one)), dy, f32x4.lt(y, zero));
    default:
      return dy;
  }
}

/** y = activation(y + bias), in place; y: [rows, columns], bias: [columns] or 0 for none. */
export function activate(y: usize, rows: i32, columns: i32, bias: usize, code: i32, alpha: f32): void {
  const slope = f32x4.splat(alpha);
  if (code < 2 && bias != 0 && !(columns & 3)) {
    // The commonest: linear and relu.
    const least = f32x4.splat(code ? 0 : -Infinity);
    const line = (<usize>columns) << 2;
    for (; rows > 0; rows--) {
      for (let at: usize = 0; at < line; at += 16) {
        v128.store(y + at, f32x4.max(f32x4.add(v128.load(y + at), v128.load(bias + at)), least));
      }
      y += line;
    }
  }
  for (let i = 0; i < rows; i++) {
    let b = bias;
    let at = y;
    for (let left = columns; left > 0; left -= 4) {
      let x = get(at, left);
      if (bias != 0) {
        x = f32x4.add(x, get(b, left));
        b += 16;
      }
      set(at, activation(code, x, slope), left);
      at += 16;
    }
    y += (<usize>columns) << 2;
  }
}

/** dz = dy activation'(z) by y = activation(z), unless the activation is linear; db = dz summed over the rows. */
export function activateGradient(
  dy: usize,
  y: usize,
  dz: usize,
  db: usize,
  rows: i32,
  columns: i32,
  code: i32,
): void {
  const line = (<usize>columns) << 2;
  memory.fill(db, 0, line);
  for (let i = 0; i < rows; i++) {
    let at: usize = 0;
    for (let left = columns; left > 0; left -= 4) {
      let d = get(dy + at, left);
      if (code != 0) {
        d = derivative(code, d, get(y + at, left));
        set(dz + at, d, left);
      }
      set(db + at, f32x4.add(get(db + at, left), d), left);
      at += 16;
    }
    dy += line;
    y += line;
    dz += line;
  }
}
