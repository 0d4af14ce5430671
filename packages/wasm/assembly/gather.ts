/**
 * out[o, i] = x[o, indices[i]], rows of `bytes` bytes; x: [outer, n, bytes], out: [outer, count, bytes].
 *
 * @returns -1, or where in indices the first one is that is outside of [0, n)
 */
export function gather(x: usize, indices: usize, out: usize, outer: i32, n: i32, count: i32, bytes: usize): i32 {
  const quads = bytes & ~15;
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < count; i++) {
      const index = load<i32>(indices + ((<usize>i) << 2));
      if (<u32>index >= <u32>n) return i;
      const from = x + <usize>index * bytes;
      for (let at: usize = 0; at < quads; at += 16) v128.store(out + at, v128.load(from + at));
      for (let at = quads; at < bytes; at++) store<u8>(out + at, load<u8>(from + at));
      out += bytes;
    }
    x += <usize>n * bytes;
  }
  return -1;
}
