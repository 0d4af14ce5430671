import { useWasm } from '@sixstep/wasm';
import { beforeAll, expect, test } from '@jest/globals';
import { bits } from './bits.js';
import { golden } from './golden-bits.js';

beforeAll(() => useWasm());

test('every kernel gives the bits that it gave on other engines and machines', () => {
  expect(bits()).toEqual(golden);
});
