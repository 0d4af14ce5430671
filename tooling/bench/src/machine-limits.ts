/** What the machine can do at best, one thread: both are measured, by the fastest of many rounds. */
export interface MachineLimits {
  /** Products and sums of four floats at a time, rounded one by one as strict WebAssembly has it, 10^9 a second. */
  readonly gflops: number;
  /** Bytes read and written by copying 4 MB, 10^9 a second. */
  readonly gigabytes: number;
}

const SUMS = 8;
const ITERATIONS = 200_000;
const FLOATS = 1 << 20;
const ROUNDS = 60;

/** Measures the limits. */
export function machineLimits(): MachineLimits {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(arithmetic()));
  const run = exports['run'] as (n: number) => void;
  const [from, to] = [new Float32Array(FLOATS).fill(1), new Float32Array(FLOATS)];
  const seconds = (f: () => void): number => {
    const start = performance.now();
    f();
    return (performance.now() - start) / 1000;
  };
  let [calculate, copy] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    calculate = Math.min(
      calculate,
      seconds(() => run(ITERATIONS)),
    );
    copy = Math.min(
      copy,
      seconds(() => to.set(from)),
    );
  }
  return { gflops: (ITERATIONS * SUMS * 8) / calculate / 1e9, gigabytes: (8 * FLOATS) / copy / 1e9 };
}

/** A module whose `run(n)` does sum += a * b n times, for eight sums, four a and two b in registers: a tile of a product. */
function arithmetic(): Uint8Array<ArrayBuffer> {
  const section = (id: number, ...bytes: number[]): number[] => [id, ...leb(bytes.length), ...bytes];
  const local = (index: number): number[] => [0x20, index];
  const [mul, add] = [
    [0xfd, 0xe6, 0x01],
    [0xfd, 0xe4, 0x01],
  ] as const;
  const [a, b, sum] = [1, 5, 7];
  const factors = Array.from({ length: 6 }, (_, i) => [
    ...[0x43, ...new Uint8Array(Float32Array.of(1 + i).buffer)], // f32.const
    ...[0xfd, 0x13, 0x21, a + i], // f32x4.splat, local.set
  ]);
  const sums = Array.from({ length: SUMS }, (_, i) => [
    ...[...local(sum + i), ...local(a + (i % 4)), ...local(b + (i >> 2)), ...mul, ...add],
    ...[0x21, sum + i],
  ]);
  const body = [
    ...[1, 6 + SUMS, 0x7b], // locals: v128
    ...factors.flat(),
    ...[0x03, 0x40, ...sums.flat()], // loop
    ...[...local(0), 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b], // n -= 1, again while it is not 0
    // All sums go into the result, so that none is optimized away.
    ...[...local(sum), ...sums.slice(1).flatMap((_, i) => [...local(sum + 1 + i), ...add])],
    ...[0xfd, 0x1f, 0, 0x0b], // its first lane
  ];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 1, 0x60, 1, 0x7f, 1, 0x7d), // (i32) -> f32
    ...section(3, 1, 0),
    ...section(7, 1, 3, ...Buffer.from('run'), 0, 0),
    ...section(10, 1, ...leb(body.length), ...body),
  ]);
}

/** A small number as WebAssembly writes it. */
function leb(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, value >> 7];
}
