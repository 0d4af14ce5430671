import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { layerFixtures, readFixtures } from './support/fixtures.js';
import { differences } from './support/differences.js';

// The conformance suite, and more options, written by real Keras.
const moreOptions = fileURLToPath(new URL('golden/keras-options.json', import.meta.url));
const cases = [...readFixtures(layerFixtures), ...readFixtures(moreOptions)];

test('there are cases', () => {
  expect(cases.length).toBeGreaterThan(300);
});

test.each(cases.map((one) => [one.name, one] as const))('%s is as in Keras', (_, one) => {
  expect(differences(one)).toEqual([]);
});
