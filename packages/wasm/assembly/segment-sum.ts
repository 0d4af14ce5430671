/** out[ids[i]] += x[i] for rows of `size` floats; ids outside [0, segments) are left out. out is zero at first. */
export function segmentSum(x: usize, ids: usize, out: usize, n: i32, size: i32, segments: i32): void {
  const bytes = (<usize>size) << 2;
  const quads = bytes & ~15;
  for (let i = 0; i < n; i++) {
    const id = load<i32>(ids + ((<usize>i) << 2));
    if (id >= 0 && id < segments) {
      const to = out + <usize>id * bytes;
      for (let c: usize = 0; c < quads; c += 16) v128.store(to + c, f32x4.add(v128.load(to + c), v128.load(x + c)));
      for (let c = quads; c < bytes; c += 4) store<f32>(to + c, load<f32>(to + c) + load<f32>(x + c));
    }
    x += bytes;
  }
}
