import { expect, test } from '@jest/globals';
import { RandomState, parseIdx, toIdx, type ArrayData } from '@sixstep/datasets';

// Two images of 1x2 bytes: magic 00 00 08 03, dimensions 2, 1, 2 as 32-bit big-endian numbers, four bytes.
const file = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 10, 20, 30, 255);

test('a file is read by hand’s count', () => {
  expect(parseIdx(file)).toEqual({ data: Uint8Array.of(10, 20, 30, 255), shape: [2, 1, 2] });
  expect(parseIdx(file.buffer)).toEqual(parseIdx(file));
});

test('bytes are not copied, also in the middle of a buffer', () => {
  const around = new Uint8Array([9, 9, 9, ...file, 9]);
  const { data } = parseIdx(around.subarray(3, 3 + file.length));
  expect(Array.from(data)).toEqual([10, 20, 30, 255]);
  expect(data.buffer).toBe(around.buffer);
});

test.each<[string, number[], ArrayData['data']]>([
  ['signed byte', [0, 0, 0x09, 1, 0, 0, 0, 2, 0xff, 0x7f], Int8Array.of(-1, 127)],
  ['short', [0, 0, 0x0b, 1, 0, 0, 0, 2, 0x80, 0x00, 0x01, 0x02], Int16Array.of(-32768, 258)],
  ['int', [0, 0, 0x0c, 1, 0, 0, 0, 1, 0xff, 0xff, 0xff, 0xfe], Int32Array.of(-2)],
  ['float', [0, 0, 0x0d, 1, 0, 0, 0, 2, 0x3f, 0xc0, 0, 0, 0xff, 0x80, 0, 0], Float32Array.of(1.5, -Infinity)],
  ['double', [0, 0, 0x0e, 1, 0, 0, 0, 1, 0xc0, 0x04, 0, 0, 0, 0, 0, 0], Float64Array.of(-2.5)],
])('the kind %s is read big-endian', (_, bytes, data) => {
  expect(parseIdx(Uint8Array.from(bytes))).toEqual({ data, shape: [data.length] });
});

test('rank 0, rank 255 and empty dimensions are read', () => {
  expect(parseIdx(Uint8Array.of(0, 0, 8, 0, 7))).toEqual({ data: Uint8Array.of(7), shape: [] });
  const ones = { data: Int16Array.of(5), shape: Array<number>(255).fill(1) };
  expect(parseIdx(toIdx(ones))).toEqual(ones);
  expect(parseIdx(Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 3, 0, 0, 0, 0))).toEqual({
    data: new Uint8Array(0),
    shape: [3, 0],
  });
});

test('what toIdx writes parseIdx reads, for all kinds and ranks 0 to 5', () => {
  const random = new RandomState(1);
  for (const kind of [Uint8Array, Int8Array, Int16Array, Int32Array, Float32Array, Float64Array]) {
    for (let rank = 0; rank <= 5; rank++) {
      const shape = Array.from({ length: rank }, () => random.randint(1, 5));
      const length = shape.reduce((product, n) => product * n, 1);
      const data = new kind(length);
      for (let i = 0; i < length; i++) data[i] = random.normal(0, 100);
      expect(parseIdx(toIdx({ data, shape }))).toEqual({ data, shape });
    }
  }
});

const changed = (at: number, value: number): Uint8Array => file.map((byte, i) => (i === at ? value : byte));
test.each([
  [
    'no bytes',
    new Uint8Array(0),
    'parseIdx: expected a magic number 00 00 with 08, 09, 0b, 0c, 0d or 0e and the rank, received no bytes.',
  ],
  ['a wrong magic number', changed(0, 1), 'received 01 00 08 03. Pass a whole, decompressed IDX file.'],
  ['an unknown kind', changed(2, 0x0a), 'received 00 00 0a 03'],
  ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'received 1f 8b 08 00. This is gzip: decompress it first.'],
  ['HTML', new TextEncoder().encode('<!DOCTYPE html>'), 'received 3c 21 44 4f. This looks like HTML.'],
  [
    'a header cut off',
    file.subarray(0, 15),
    'parseIdx: expected a header of 16 bytes for rank 3, received 15 bytes. The file is cut off.',
  ],
  ['a wrong rank', changed(3, 200), 'expected a header of 804 bytes for rank 200'],
  [
    'a file cut off',
    file.subarray(0, 19),
    'parseIdx: expected 20 bytes for Uint8Array [2, 1, 2], received 19. The file is cut off.',
  ],
  [
    'a wrong count',
    changed(7, 3),
    'parseIdx: expected 22 bytes for Uint8Array [3, 1, 2], received 20. The file is cut off.',
  ],
  ['a huge count', changed(4, 255), 'Uint8Array [4278190082, 1, 2], received 20. The file is cut off.'],
  ['trailing bytes', new Uint8Array([...file, 0]), 'received 21. 1 bytes are left over.'],
  ['text', 'abc' as never, "parseIdx: expected the bytes of an IDX file, received 'abc'. Pass a Uint8Array."],
])('%s is refused', (_, bytes, text) => {
  expect(() => parseIdx(bytes)).toThrow(text);
});

test('toIdx refuses what the format cannot hold', () => {
  expect(() => toIdx({ data: Uint32Array.of(1), shape: [1] })).toThrow(
    "toIdx: expected data to be one of Uint8Array, Int8Array, Int16Array, Int32Array, Float32Array, Float64Array, received 'Uint32Array'.",
  );
  expect(() => toIdx({ data: Uint8Array.of(1), shape: [2] })).toThrow(
    'toIdx: expected array to have 2 values for its shape [2], received 1.',
  );
});
