import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  FormatError,
  readSafetensors,
  setWeightArrays,
  toFloat32,
  weightArrays,
  writeSafetensors,
} from '@sixstep/formats';
import { dense, input } from '@sixstep/layers';
import { sequential } from '@sixstep/model';
import { memory } from '@tensorflow/tfjs-core';

/** A file with this header and `size` bytes of data. */
function file(header: string, size: number, { length }: { length?: bigint } = {}): Uint8Array {
  const json = new TextEncoder().encode(header);
  const bytes = new Uint8Array(8 + json.length + size);
  new DataView(bytes.buffer).setBigUint64(0, length ?? BigInt(json.length), true);
  bytes.set(json, 8);
  return bytes;
}

const f32 = (shape: string, from: number, to: number): string =>
  `{"dtype":"F32","shape":${shape},"data_offsets":[${from},${to}]}`;

describe('safetensors', () => {
  test('a file by hand: length, header, bytes', () => {
    const bytes = writeSafetensors({ w: { data: Float32Array.of(1, -2), shape: [2] } });
    const json = '{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}';
    // 54 characters, filled up with spaces to 56, a multiple of 8; 1 is 0x3f800000, -2 is 0xc0000000.
    expect([...bytes.subarray(0, 8)]).toStrictEqual([56, 0, 0, 0, 0, 0, 0, 0]);
    expect(new TextDecoder().decode(bytes.subarray(8, 64))).toBe(`${json}  `);
    expect([...bytes.subarray(64)]).toStrictEqual([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]);
  });

  test('every type comes back as it was, with the metadata', () => {
    const tensors = {
      a: { data: Float32Array.of(1.5, NaN, -0), shape: [3, 1] },
      b: { data: Float64Array.of(Math.PI), shape: [] },
      c: { data: BigInt64Array.of(-(2n ** 63n), 7n), shape: [1, 2] },
      d: { data: BigUint64Array.of(2n ** 64n - 1n), shape: [1] },
      e: { data: Int32Array.of(-5), shape: [1] },
      f: { data: Uint8Array.of(1, 0, 1), shape: [3], dtype: 'BOOL' as const },
      g: { data: new Float32Array(0), shape: [0, 4] },
      h: { data: Int16Array.of(-3), shape: [1] },
      i: { data: Uint16Array.of(0x3c00), shape: [1], dtype: 'F16' as const },
    };
    const read = readSafetensors(writeSafetensors(tensors, { by: 'sixstep' }));
    expect(read.metadata).toStrictEqual({ by: 'sixstep' });
    expect(read.tensors.size).toBe(9);
    for (const [name, { data, shape }] of Object.entries(tensors)) {
      const found = read.tensors.get(name)!;
      expect(found.shape).toStrictEqual(shape);
      expect([...found.data]).toStrictEqual([...data]);
    }
    expect(read.tensors.get('f')!.dtype).toBe('BOOL');
  });

  test('tensors are views of the file', () => {
    const bytes = writeSafetensors({ w: { data: Float32Array.of(1, 2), shape: [2] } });
    const { data } = readSafetensors(bytes).tensors.get('w')!;
    expect(data.buffer).toBe(bytes.buffer);
  });

  test('a tensor that stands at an odd place is read all the same', () => {
    const bytes = file(`{"w":${f32('[2]', 0, 8)}} `.padEnd(53), 8);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    new DataView(shifted.buffer).setFloat32(shifted.length - 4, 2.5, true);
    expect([...readSafetensors(shifted.subarray(1)).tensors.get('w')!.data]).toStrictEqual([0, 2.5]);
  });

  test('reading 100 MB takes less than 1.3 times that', () => {
    const bytes = writeSafetensors({ w: { data: new Float32Array(25e6), shape: [5000, 5000] } });
    const before = process.memoryUsage();
    const { data } = readSafetensors(bytes).tensors.get('w')!;
    const after = process.memoryUsage();
    expect(data.length).toBe(25e6);
    expect(after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(0.3 * 1e8);
  });

  test('at its peak, from the disk, too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'safetensors-'));
    const file = join(folder, 'large.safetensors');
    writeFileSync(file, writeSafetensors({ w: { data: new Float32Array(25e6).fill(1), shape: [5000, 5000] } }));
    /** The largest that the process was, in bytes, after it read the file, or did not. */
    const peak = (...args: string[]): number => {
      const code = `
        import { readFile } from 'node:fs/promises';
        import { readSafetensors } from '@sixstep/formats';
        const [file] = process.argv.slice(1);
        if (file !== undefined && readSafetensors(await readFile(file)).tensors.get('w').data.at(-1) !== 1) throw new Error();
        console.log(process.resourceUsage().maxRSS * 1024);`;
      return Number(execFileSync(process.execPath, ['--input-type=module', '-e', code, '--', ...args]));
    };
    expect(peak(file) - peak()).toBeLessThan(1.3 * 1e8);
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['F16', Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x7c00, 0x7e00), [1, -2, 2 ** -24, Infinity, NaN]],
    ['BF16', Uint16Array.of(0x3f80, 0xc040), [1, -3]],
    ['F8_E4M3', Uint8Array.of(0x38, 0xb8, 0x01, 0x7e, 0x7f), [1, -1, 2 ** -9, 448, NaN]],
    ['F8_E5M2', Uint8Array.of(0x3c, 0x01, 0x7c), [1, 2 ** -16, Infinity]],
    ['I32', Int32Array.of(-7), [-7]],
    ['I64', BigInt64Array.of(9n), [9]],
  ] as const)('%s as float32', (dtype, data, expected) => {
    expect([...toFloat32({ dtype, data, shape: [data.length] })]).toStrictEqual(expected);
  });

  test('weights of a model go out and come back', () => {
    const before = memory().numTensors;
    const make = () => sequential([input({ shape: [3] }), dense({ units: 2 })]);
    const [one, two] = [make(), make()];
    setWeightArrays(two, readSafetensors(writeSafetensors(weightArrays(one))).tensors);
    expect(weightArrays(two)).toStrictEqual(weightArrays(one));
    expect(Object.keys(weightArrays(two))).toStrictEqual(['dense/kernel', 'dense/bias']);
    one.dispose();
    two.dispose();
    expect(memory().numTensors).toBe(before);
  });

  test('weights that do not fit change nothing', () => {
    const model = sequential([input({ shape: [3] }), dense({ units: 2 })]);
    const arrays = (values: Parameters<typeof writeSafetensors>[0]) =>
      readSafetensors(writeSafetensors(values)).tensors;
    const { 'dense/kernel': kernel, 'dense/bias': bias } = weightArrays(model);
    expect(() => setWeightArrays(sequential([dense({ units: 2 })]), arrays({ 'dense/kernel': kernel! }))).toThrow(
      'setWeightArrays: expected a built model, sequential has no weights yet. Give its first layer an inputShape, or apply it to data, first.',
    );
    expect(() => setWeightArrays(model, arrays({ 'dense/kernel': kernel! }))).toThrow(
      "setWeightArrays: expected weight 'dense/bias' of sequential among the arrays, received none.",
    );
    const other = { data: new Float32Array(3), shape: [3] };
    expect(() => setWeightArrays(model, arrays({ 'dense/kernel': kernel!, 'dense/bias': other }))).toThrow(
      "setWeightArrays: expected weight 'dense/bias' to have shape [2], received [3].",
    );
    expect(() => setWeightArrays(model, arrays({ 'dense/kernel': kernel!, 'dense/bias': bias!, c: bias! }))).toThrow(
      "setWeightArrays: expected weights of sequential only (dense/kernel, dense/bias), received 'c'.",
    );
    model.dispose();
  });
});

describe('safetensors that are not', () => {
  test.each<[string, Uint8Array, string]>([
    ['too short', Uint8Array.of(1, 2), 'readSafetensors: expected at least 8 bytes, received 2.'],
    [
      'a length beyond the file',
      file('{}', 0, { length: 3n }),
      'expected a header of at most the 2 bytes that follow, received a length of 3.',
    ],
    ['a length of 2^64 - 1', file('{}', 0, { length: 2n ** 64n - 1n }), 'received a length of 18446744073709551615.'],
    [
      'a length that is too small',
      file(`{"a":${f32('[1]', 0, 4)}}`, 4, { length: 5n }),
      'header: expected a value at character 5.',
    ],
    ['no object', file('[]', 0), 'expected the header to be an object'],
    [
      'a repeated name',
      file(`{"a":${f32('[1]', 0, 4)},"a":${f32('[1]', 0, 4)}}`, 4),
      'header: expected each key once, received "a" again',
    ],
    ['__proto__', file(`{"__proto__":${f32('[1]', 0, 4)}}`, 4), "header: expected no key '__proto__', received one"],
    [
      'an escaped __proto__',
      file(`{"\\u005f_proto__":${f32('[1]', 0, 4)}}`, 4),
      "header: expected no key '__proto__', received one",
    ],
    [
      'an overlap',
      file(`{"a":${f32('[2]', 0, 8)},"b":${f32('[1]', 4, 8)}}`, 8),
      "expected tensor 'b' to begin at byte 8, received 4: tensors overlap.",
    ],
    [
      'a gap',
      file(`{"a":${f32('[1]', 0, 4)},"b":${f32('[1]', 8, 12)}}`, 12),
      "expected tensor 'b' to begin at byte 4, received 8: there is a gap.",
    ],
    [
      'an end beyond the file',
      file(`{"a":${f32('[2]', 0, 8)}}`, 4),
      "expected tensor 'a' to end within 4 bytes, received 8: the file is torn.",
    ],
    ['more bytes than tensors', file(`{"a":${f32('[1]', 0, 4)}}`, 5), 'expected 4 bytes after the header, received 5.'],
    [
      'a shape that needs more bytes',
      file(`{"a":${f32('[3]', 0, 8)}}`, 8),
      "expected 12 bytes for tensor 'a' of type F32 and shape [3], received data_offsets [0, 8].",
    ],
    [
      'a size of 2^53',
      file(`{"a":${f32('[9007199254740992]', 0, 4)}}`, 4),
      "expected a list of non-negative integers as the shape of tensor 'a'",
    ],
    [
      'a product of 2^53',
      file(`{"a":${f32('[94906266,94906266]', 0, 4)}}`, 4),
      "expected a shape of fewer than 2^53 bytes of tensor 'a'",
    ],
    [
      'a size of NaN',
      file(`{"a":${f32('[NaN]', 0, 4)}}`, 4),
      "expected a list of non-negative integers as the shape of tensor 'a'",
    ],
    [
      'a size of -1',
      file(`{"a":${f32('[-1]', 0, 4)}}`, 4),
      "expected a list of non-negative integers as the shape of tensor 'a'",
    ],
    [
      'a size of 1.5',
      file(`{"a":${f32('[1.5]', 0, 6)}}`, 6),
      "expected a list of non-negative integers as the shape of tensor 'a'",
    ],
    ['offsets that go backwards', file(`{"a":${f32('[0]', 4, 0)}}`, 4), "expected 0 bytes for tensor 'a'"],
    [
      'an unknown type',
      file('{"a":{"dtype":"constructor","shape":[1],"data_offsets":[0,4]}}', 4),
      "as the dtype of tensor 'a', received 'constructor'.",
    ],
    [
      'metadata that are no texts',
      file('{"__metadata__":{"a":1}}', 0),
      'expected __metadata__ to be an object of texts',
    ],
    ['bytes that are no UTF-8', file('{}', 0).fill(0xff, 8), 'header: expected UTF-8'],
    ['100,000 levels', file('['.repeat(1e5), 0), 'header: expected at most 100 levels, received more at character 100'],
  ])('%s', (_, bytes, message) => {
    expect(() => readSafetensors(bytes)).toThrow(FormatError);
    expect(() => readSafetensors(bytes)).toThrow(message);
  });

  test('what cannot be written is refused', () => {
    expect(() => writeSafetensors({ a: { data: new Float32Array(3), shape: [2] } })).toThrow(
      "writeSafetensors: expected 8 bytes for 'a' of type F32 and shape [2], received 12.",
    );
    expect(() => writeSafetensors({ __metadata__: { data: new Float32Array(1), shape: [1] } })).toThrow(
      "writeSafetensors: expected a tensor's name, received '__metadata__', which is reserved. Choose another.",
    );
    expect(() => writeSafetensors({ a: { data: [1] as unknown as Float32Array, shape: [1] } })).toThrow(
      "writeSafetensors: expected 'a' to be a typed array",
    );
  });
});
