import { expect, test } from '@jest/globals';
import { layerFixtures, readFixtures } from './support/fixtures.js';
import { differences } from './support/differences.js';

const cases = readFixtures(layerFixtures);

test('there are cases', () => {
  expect(cases.length).toBeGreaterThan(100);
});

test.each(cases.map((one) => [one.name, one] as const))('%s is as in Keras', (_, one) => {
  expect(differences(one)).toEqual([]);
});
