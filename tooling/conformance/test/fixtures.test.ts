import { describe, expect, test } from '@jest/globals';
import { knownNotSupported, ownFixtures, readFixtures, runCase } from '@sixstep/tooling-conformance';

/** Suites of which nothing is there yet are shown as skipped. */
const isMissing = (suite: string, target: string): boolean =>
  knownNotSupported.includes(suite) || knownNotSupported.includes(target);

for (const { file, fixture } of readFixtures(ownFixtures)) {
  describe(fixture.suite, () => {
    for (const item of fixture.cases) {
      (isMissing(fixture.suite, item.target) ? test.skip : test)(item.name, async () => {
        expect(await runCase(fixture.suite, item, [], file)).toStrictEqual({ status: 'passed' });
      });
    }
  });
}
