/**
 * The gradient of y = max(0, z + bias) or y = z + bias, of [n, channels]: dz, and dBias = its sum over the rows.
 *
 * Sums run over blocks of rows. For relu dz = dy where y > 0, else 0; without it dz is dy and not written.
 */
export function biasGradient(dy: usize, y: usize, dz: usize, dBias: usize, n: i32, channels: i32, relu: i32): void {
  const line = (<usize>channels) << 2;
  const quads = line & ~15;
  const zero = f32x4.splat(0);
  memory.fill(dBias, 0, line);
  for (let i = 0; i < n; i += 64) {
    const start = <usize>i * line;
    const end = start + <usize>min(64, n - i) * line;
    for (let c: usize = 0; c < quads; c += 16) {
      let sum = zero;
      if (relu) {
        for (let at = start + c; at < end; at += line) {
          const g = v128.and(v128.load(dy + at), f32x4.gt(v128.load(y + at), zero));
          v128.store(dz + at, g);
          sum = f32x4.add(sum, g);
        }
      } else {
        for (let at = start + c; at < end; at += line) sum = f32x4.add(sum, v128.load(dy + at));
      }
      v128.store(dBias + c, f32x4.add(v128.load(dBias + c), sum));
    }
    for (let c = quads; c < line; c += 4) {
      let sum: f32 = 0;
      for (let at = start + c; at < end; at += line) {
        let g = load<f32>(dy + at);
        if (relu) {
          if (!(load<f32>(y + at) > 0)) g = 0;
          store<f32>(dz + at, g);
        }
        sum += g;
      }
      store<f32>(dBias + c, load<f32>(dBias + c) + sum);
    }
  }
}
