import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import { afterAll, expect, test } from '@jest/globals';
import { decodeImages, loadImageFolder, printMatrix, readPng, toAscii, toMatrix, toPng } from '@sixstep/datasets';

const image = { data: Uint8Array.of(0, 100, 200, 255), shape: [2, 2] };
const plain = { zoom: 1, gap: 0 };

/** A PNG file put together here, chunk by chunk, so that reading is not tested by our own writing. */
function png(
  width: number,
  height: number,
  depth: number,
  type: number,
  rows: number[][],
  palette: number[] = [],
): Uint8Array {
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, depth, type, 0, 0, 0]);
  const data = deflateSync(Buffer.from(rows.flatMap((row) => [0, ...row])));
  const table = palette.length > 0 ? [chunk('PLTE', Buffer.from(palette))] : [];
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...table,
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test.each<[string, Uint8Array, number[]]>([
  ['grey, 1 bit', png(3, 1, 1, 0, [[0b10100000]]), [255, 0, 255]],
  ['grey, 2 bits, two rows', png(1, 2, 2, 0, [[0b01000000], [0b11000000]]), [85, 255]],
  ['grey, 4 bits', png(3, 1, 4, 0, [[0x0f, 0x30]]), [0, 255, 51]],
  ['grey, 8 bits', png(2, 1, 8, 0, [[7, 200]]), [7, 200]],
  ['grey, 16 bits', png(2, 1, 16, 0, [[0xff, 0xff, 0x80, 0x00]]), [255, 128]],
  ['grey and opacity', png(2, 1, 8, 4, [[7, 255, 200, 0]]), [7, 200]],
  // Pillow: (255 * 19595 + 32768) >> 16 = 76, (255 * 38470 + 32768) >> 16 = 150
  ['color', png(2, 1, 8, 2, [[255, 0, 0, 0, 255, 0]]), [76, 150]],
  ['color and opacity', png(1, 1, 8, 6, [[255, 255, 255, 0]]), [255]],
  ['a palette', png(2, 1, 8, 3, [[1, 0]], [10, 10, 10, 200, 200, 200]), [200, 10]],
])('a PNG of %s is read as grey', (_, file, expected) => {
  const { data, shape } = readPng(file, { colorMode: 'grayscale' });
  expect(Array.from(data)).toEqual(expected);
  expect(shape.at(-1)).toBe(1);
});

test('colors are kept, made up from grey, and opacity is 255 where there is none', () => {
  const color = png(1, 1, 8, 2, [[1, 2, 3]]);
  expect(readPng(color)).toEqual({ data: Uint8Array.of(1, 2, 3), shape: [1, 1, 3] });
  expect(readPng(color, { colorMode: 'rgba' }).data).toEqual(Uint8Array.of(1, 2, 3, 255));
  expect(readPng(png(1, 1, 8, 4, [[9, 8]]), { colorMode: 'rgba' }).data).toEqual(Uint8Array.of(9, 9, 9, 8));
});

test('a faulty PNG is refused', () => {
  const file = png(2, 1, 8, 0, [[7, 200]]);
  expect(() => readPng(file.subarray(0, 40))).toThrow('readPng: expected a sound PNG file.');
  expect(() => readPng(file.map((byte, i) => (i === 45 ? byte ^ 1 : byte)))).toThrow(
    'readPng: expected a sound PNG file. CRC mismatch',
  );
  expect(() => readPng(new TextEncoder().encode('<html>'))).toThrow(
    'readPng: expected a sound PNG file. wrong PNG signature.',
  );
  expect(() => readPng('a.png' as never)).toThrow("readPng: expected the bytes of a PNG file, received 'a.png'.");
  expect(() => readPng(file, { colorMode: 'grey' as never })).toThrow(
    "expected colorMode to be one of 'grayscale', 'rgb', 'rgba', received 'grey'",
  );
});

const folder = mkdtempSync(path.join(tmpdir(), 'sixstep-images-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a folder of folders becomes images and classes, sorted', async () => {
  for (const [name, value] of [
    ['dog/a.png', 1],
    ['cat/b.PNG', 2],
    ['cat/a.png', 3],
  ] as const) {
    mkdirSync(path.join(folder, 'ok', path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, 'ok', name), png(2, 1, 8, 0, [[value, 0]]));
  }
  writeFileSync(path.join(folder, 'ok', 'notes.txt'), 'no image');
  expect(await loadImageFolder(path.join(folder, 'ok'), { colorMode: 'grayscale' })).toEqual({
    x: { data: Uint8Array.of(3, 0, 2, 0, 1, 0), shape: [3, 1, 2, 1], scale: 1 / 255 },
    y: { data: Int32Array.of(0, 0, 1), shape: [3] },
    classNames: ['cat', 'dog'],
    paths: ['cat/a.png', 'cat/b.PNG', 'dog/a.png'],
  });
});

test('a folder that is not there or has no image is an error, and so is an image of another size', async () => {
  await expect(loadImageFolder(path.join(folder, 'none'))).rejects.toThrow(
    'loadImageFolder: expected a folder of images, received ',
  );
  mkdirSync(path.join(folder, 'empty'));
  await expect(loadImageFolder(path.join(folder, 'empty'))).rejects.toThrow(
    'loadImageFolder: expected at least one PNG file, received none.',
  );
  const files = [
    { path: 'a/1.png', bytes: png(1, 1, 8, 0, [[1]]) },
    { path: 'a/2.png', bytes: png(1, 2, 8, 0, [[1], [1]]) },
  ];
  expect(() => decodeImages(files)).toThrow(
    'decodeImages: expected a/2.png to have shape [1, 1, 3] as a/1.png, received [2, 1, 3]. Bring all images to one size first.',
  );
  expect(() => decodeImages([{ ...files[0]!, path: '1.png' }])).toThrow(
    "expected each image to lie in a folder named after its class, received '1.png'",
  );
  expect(() => decodeImages([{ path: 'a/x.png', bytes: new Uint8Array(9) }])).toThrow(
    'decodeImages: a/x.png: expected a sound PNG file.',
  );
});

test('toPng puts images side by side on white', () => {
  const two = { data: Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7), shape: [2, 2, 2] };
  expect(readPng(toPng(two, { columns: 2, ...plain }), { colorMode: 'grayscale' })).toEqual({
    data: Uint8Array.of(0, 1, 4, 5, 2, 3, 6, 7),
    shape: [2, 4, 1],
  });
  const framed = readPng(toPng(image, { zoom: 1, gap: 1 }), { colorMode: 'grayscale' });
  expect(Array.from(framed.data)).toEqual([
    255, 255, 255, 255, 255, 0, 100, 255, 255, 200, 255, 255, 255, 255, 255, 255,
  ]);
});

test('toPng enlarges, writes labels, and leaves free places white', () => {
  const one = { data: new Uint8Array(3 * 4), shape: [3, 2, 2] };
  const { data, shape } = readPng(toPng(one, { columns: 2, zoom: 5, gap: 0, labels: ['I', 'é', ''] }), {
    colorMode: 'grayscale',
  });
  // Cells are 10 wide and 10 + 3 + 9 high.
  expect(shape).toEqual([44, 20, 1]);
  const row = (y: number): string =>
    Array.from(data.subarray(y * 20, y * 20 + 20), (v) => (v === 0 ? '#' : '.')).join('');
  expect(Array.from({ length: 9 }, (_, y) => row(13 + y))).toEqual([
    '...###.......###....',
    '....#.......#...#...',
    '....#...........#...',
    '....#..........#....',
    '....#.........#.....',
    '....#...............',
    '...###........#.....',
    '....................',
    '....................',
  ]);
  expect(row(0)).toBe('####################');
  expect(row(22)).toBe('##########..........');
});

test('colors and floats are shown, and what is out of range is cut', () => {
  const color = { data: Uint8Array.of(1, 2, 3), shape: [1, 1, 1, 3] };
  expect(readPng(toPng(color, plain)).data).toEqual(Uint8Array.of(1, 2, 3));
  const floats = { data: Float32Array.of(-1, 0, 0.5, 2), shape: [2, 2] };
  expect(Array.from(readPng(toPng(floats, plain), { colorMode: 'grayscale' }).data)).toEqual([0, 0, 128, 255]);
  const range = [-1, 2] as const;
  expect(Array.from(readPng(toPng(floats, { ...plain, range }), { colorMode: 'grayscale' }).data)).toEqual([
    0, 85, 128, 255,
  ]);
  const view = { data: Uint8Array.of(0, 255), shape: [1, 2], scale: 1 / 255 };
  expect(Array.from(readPng(toPng(view, plain), { colorMode: 'grayscale' }).data)).toEqual([0, 255]);
});

test('toAscii draws letters by brightness, two for each pixel', () => {
  expect(toAscii(image, { style: 'ramp' })).toBe('  --\n##@@');
  expect(toAscii({ ...image, shape: [1, 2, 2] })).toBe('  --\n##@@');
  expect(toAscii({ data: Uint8Array.of(255, 255, 255, 0, 0, 255), shape: [1, 2, 3] }, { style: 'ramp' })).toBe('@@..');
});

test('toAscii draws half blocks with colors, two rows in one', () => {
  const text = toAscii({ data: Uint8Array.of(0, 0, 9, 255, 255, 9), shape: [2, 3] }, { style: 'halfBlocks' });
  expect(text).toBe('\u001b[38;2;0;0;0;48;2;255;255;255m▀▀\u001b[38;2;9;9;9;48;2;9;9;9m▀\u001b[0m');
  const odd = toAscii({ data: Uint8Array.of(255), shape: [1, 1] }, { style: 'halfBlocks', colorDepth: 8 });
  expect(odd).toBe('\u001b[38;5;255;48;5;232m▀\u001b[0m');
  const red = toAscii({ data: Uint8Array.of(255, 0, 0), shape: [1, 1, 3] }, { style: 'halfBlocks', colorDepth: 8 });
  expect(red).toContain('38;5;196');
});

test('toMatrix and printMatrix show the numbers as they are stored', () => {
  expect(toMatrix({ ...image, scale: 1 / 255 })).toBe('  0 100\n200 255');
  expect(toMatrix({ data: Float32Array.of(-1, 0.5), shape: [1, 2] })).toBe('-1.00  0.50');
  expect(toMatrix({ data: Float32Array.of(0.25), shape: [1, 1] }, { decimals: 1 })).toBe('0.3');
  const printed: string[] = [];
  printMatrix(image, { print: (text) => printed.push(text) });
  expect(printed).toEqual(['  0 100\n200 255']);
});

test.each([
  [
    () => toPng({ data: new Uint8Array(4), shape: [4] }),
    'toPng: expected images [samples, height, width] or [samples, height, width, channels], received shape [4]. Channels are 1, 3 or 4.',
  ],
  [() => toPng({ data: new Uint8Array(8), shape: [1, 2, 2, 2] }), 'received shape [1, 2, 2, 2]'],
  [() => toPng({ data: new Uint8Array(0), shape: [0, 2, 2] }), 'received shape [0, 2, 2]'],
  [() => toPng(image, { labels: [1, 2] }), 'toPng: expected a label for each of 1 images, received 2.'],
  [() => toPng(image, { columns: 0 }), 'toPng: expected columns to be an integer >= 1, received 0.'],
  [() => toPng(image, { range: [1, 1] }), 'toPng: expected range to be two different numbers, received [1, 1].'],
  [
    () => toAscii({ data: new Uint8Array(8), shape: [2, 2, 2] }),
    'toAscii: expected an image [height, width] or [height, width, channels], received shape [2, 2, 2]. Cut one out of many by sliceRows(images, i, i + 1).',
  ],
  [
    () => toAscii(image, { style: 'blocks' as never }),
    "toAscii: expected style to be one of 'auto', 'ramp', 'halfBlocks', received 'blocks'.",
  ],
  [() => toMatrix([[1]] as never), 'toMatrix: expected image to be { data: TypedArray, shape: number[] }'],
])('bad input is named: %#', (act, text) => {
  expect(act).toThrow(text);
});
