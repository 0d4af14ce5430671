import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { loadIris, readCsv } from '@sixstep/datasets';

test('features are numbers, a target of text becomes classes', () => {
  const text = 'a,b,kind\n1,2.5,"dog, big"\n-3e2,.5,cat\n+4,0,"dog, big"\n';
  expect(readCsv(text, { target: 'kind' })).toEqual({
    x: { data: Float32Array.of(1, 2.5, -300, 0.5, 4, 0), shape: [3, 2] },
    y: { data: Int32Array.of(1, 0, 1), shape: [3] },
    featureNames: ['a', 'b'],
    classNames: ['cat', 'dog, big'],
  });
});

test('a target of numbers stays numbers', () => {
  expect(readCsv('y,x\n3,1\n1,2', { target: 0 })).toMatchObject({
    y: { data: Int32Array.of(3, 1), shape: [2] },
    classNames: [],
  });
  expect(readCsv('x,y\n3,1\n1,2.5', { target: -1 }).y).toEqual({ data: Float32Array.of(1, 2.5), shape: [2] });
});

test('without a target all columns are features, and there is no y', () => {
  const table = readCsv('a,b\r\n1,2\r\n\r\n3,4\r\n');
  expect(table).toEqual({ x: { data: Float32Array.of(1, 2, 3, 4), shape: [2, 2] }, featureNames: ['a', 'b'] });
  // @ts-expect-error there is no y
  expect(table.y).toBeUndefined();
});

test('header, delimiter, chosen features, a byte order mark and bytes', () => {
  expect(readCsv('1;2\n3;4', { header: false, delimiter: ';' }).featureNames).toEqual(['column 0', 'column 1']);
  expect(readCsv('1\t2', { header: ['p', 'q'], delimiter: '\t', features: ['q'] })).toEqual({
    x: { data: Float32Array.of(2), shape: [1, 1] },
    featureNames: ['q'],
  });
  expect(readCsv(new TextEncoder().encode('\uFEFFlänge , b\n 1 , 2'), { target: 'länge' }).featureNames).toEqual(['b']);
});

test('empty cells are replaced if it is said by what', () => {
  expect(readCsv('a,b\n,NA\n?,1', { missing: NaN }).x.data).toEqual(Float32Array.of(NaN, NaN, NaN, 1));
});

const iris = new URL('../../../../shared/data/iris.csv', import.meta.url);
(existsSync(iris) ? test : test.skip)('iris.csv is what loadIris gives (skipped where there is no shared/data)', () => {
  const { x, y, classNames } = loadIris();
  expect(readCsv(readFileSync(iris), { target: 'species' })).toMatchObject({ x, y, classNames });
});

test.each([
  [
    'a,b\n1,x',
    {},
    "readCsv: expected line 2, column 'b' to be a number, received 'x'. Leave the column out by { features: [...] }, or mend the file.",
  ],
  [
    'a,b\n1,',
    {},
    "readCsv: expected line 2, column 'b' to be a number, received ''. Pass what stands for empty cells, e.g. { missing: 0 }.",
  ],
  ['a\n0x10', {}, "received '0x10'"],
  ['a\n1,5', { delimiter: ';' }, "received '1,5'"],
  ['a,b\n1,2\n3', {}, 'readCsv: Invalid Record Length'],
  ['a,b\n1,2\n3', {}, 'line 3'],
  ['a\n"1', {}, 'readCsv: Quote Not Closed'],
  ['', {}, 'readCsv: expected at least one row of numbers, received none.'],
  ['a,b', {}, 'readCsv: expected at least one row of numbers, received none.'],
  ['a,b\n1,2', { target: 'c' }, "readCsv: expected target to be one of the columns a, b, received 'c'."],
  ['a,b\n1,2', { target: 2 }, 'readCsv: expected target to be one of the columns a, b, received 2.'],
  ['a,b\n1,2', { features: ['z'] }, "readCsv: expected features to be one of the columns a, b, received 'z'."],
  ['1,2', { header: ['a'] }, 'readCsv: expected header to name 2 columns, received 1.'],
  ['a,b\n1,', { target: 'b' }, "readCsv: expected line 2, column 'b' to be a label, received ''. Leave the row out."],
  [Uint8Array.of(0xff, 0xfe), {}, 'readCsv: The encoded data was not valid'],
  [7, {}, 'readCsv: expected the text of a CSV file, received 7. Read the file first.'],
])('%j with %j is refused', (text, options, message) => {
  expect(() => readCsv(text as string, options)).toThrow(message);
});
