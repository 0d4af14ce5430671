import { expect, test } from '@jest/globals';
import { RandomState, batches, scaled, sliceRows, takeRows } from '@sixstep/datasets';

const x = { data: Uint8Array.from({ length: 10 }, (_, i) => i * 2), shape: [5, 2] };
const y = { data: Int32Array.from({ length: 5 }, (_, i) => i), shape: [5] };

test('the samples come in order, the last batch with what is left', () => {
  const all = [...batches({ x, y }, { batchSize: 2 })];
  expect(all.map((batch) => Array.from(batch.y.data))).toEqual([[0, 1], [2, 3], [4]]);
  expect(all[2]!.x).toEqual({ data: Uint8Array.of(16, 18), shape: [1, 2] });
  expect([...batches({ y }, { batchSize: 2, dropRemainder: true })]).toHaveLength(2);
  expect([...batches({ y })]).toHaveLength(1);
});

test('without shuffling a batch is a view', () => {
  for (const batch of batches({ x, y }, { batchSize: 2 })) expect(batch.x.data.buffer).toBe(x.data.buffer);
});

test('a scale is applied to the batch alone', () => {
  const view = scaled(x, 0.5);
  expect(view.data).toBe(x.data);
  const [batch] = batches({ x: view }, { batchSize: 2 });
  expect(batch!.x).toEqual({ data: Float32Array.of(0, 1, 2, 3), shape: [2, 2] });
  expect(scaled(view, 4).scale).toBe(2);
});

test('a byte times 1 / 255 is to the bit the byte divided by 255', () => {
  const bytes = scaled({ data: Uint8Array.from({ length: 256 }, (_, i) => i), shape: [256] }, 1 / 255);
  const [batch] = batches({ bytes }, { batchSize: 256 });
  expect(batch!.bytes.data).toEqual(Float32Array.from({ length: 256 }, (_, i) => i / 255));
});

test('shuffled, every sample comes once, x and y together, the same for the same seed', () => {
  const order = (seed: number): number[] =>
    [...batches({ x, y }, { batchSize: 2, shuffle: true, seed })].flatMap((batch) => {
      batch.y.data.forEach((label, i) => expect(batch.x.data[2 * i]).toBe(4 * label));
      return Array.from(batch.y.data);
    });
  expect(order(3)).toEqual(Array.from(new RandomState(3).permutation(5)));
  expect(order(3).sort()).toEqual([0, 1, 2, 3, 4]);
  expect(order(3)).toEqual(order(3));
});

test('rows are cut as views and taken as copies', () => {
  expect(sliceRows(x, 1, 3)).toEqual({ data: Uint8Array.of(4, 6, 8, 10), shape: [2, 2] });
  expect(sliceRows(x, 4).shape).toEqual([1, 2]);
  expect(takeRows(x, [4, 0, 4])).toEqual({ data: Uint8Array.of(16, 18, 0, 2, 16, 18), shape: [3, 2] });
});

test.each([
  [
    () => batches({ x }, { batchSize: 0 }),
    'batches: expected batchSize to be an integer >= 1, received 0. Pass how many samples',
  ],
  [() => batches({ x }, { batchSize: 1.5 }), 'received 1.5'],
  [() => batches({}), 'batches: expected arrays by name, received an object [object Object]. Pass e.g. { x, y }.'],
  [
    () => batches({ x: { data: new Float32Array(3), shape: [2, 2] } }),
    'batches: expected x to have 4 values for its shape [2, 2], received 3.',
  ],
  [
    () => batches({ x: { data: new Float32Array(1), shape: [] } }),
    'batches: expected x to be an array of samples, received shape [].',
  ],
  [() => sliceRows(x, 3, 2), 'sliceRows: expected end to be an integer >= 3 and <= 5, received 2.'],
  [() => takeRows(x, [5]), 'takeRows: expected indices[0] to be an integer >= 0 and <= 4, received 5.'],
  [() => scaled(x, NaN), 'scaled: expected factor to be a number, received NaN. For images of bytes pass 1 / 255.'],
])('bad input is named: %#', (act, text) => {
  expect(act).toThrow(text);
});
