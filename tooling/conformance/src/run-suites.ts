import { readFixtures } from './read-fixtures.js';
import { runCase } from './run-case.js';

/** A case that did not pass. */
interface Unpassed {
  readonly name: string;
  readonly target: string;
  readonly reason: string;
}

/** What came of the cases of one name of Keras. */
export interface TargetResult {
  readonly target: string;
  readonly passed: number;
  readonly cases: number;
  /** Keras' names of the options that the cases give. */
  readonly options: readonly string[];
}

/** What came of a suite. */
export interface SuiteResult {
  readonly suite: string;
  /** Where the numbers come from. */
  readonly source: string;
  readonly targets: readonly TargetResult[];
  readonly passed: number;
  readonly failed: readonly Unpassed[];
  readonly notSupported: readonly Unpassed[];
}

/**
 * Runs all fixtures in a folder, or those of one suite.
 *
 * @throws Error if there is none
 */
export async function runSuites(
  folder: string,
  only: string | undefined,
  notSupported: readonly string[],
): Promise<SuiteResult[]> {
  const files = readFixtures(folder);
  const names = [...new Set(files.map(({ fixture }) => fixture.suite))].sort();
  if (only !== undefined && !names.includes(only)) {
    throw new Error(`conformance: unknown suite '${only}'. Known are: ${names.join(', ')}.`);
  }
  const results: SuiteResult[] = [];
  for (const suite of names.filter((name) => only === undefined || name === only)) {
    let passed = 0;
    const failed: Unpassed[] = [];
    const missing: Unpassed[] = [];
    const targets = new Map<string, { passed: number; cases: number; options: Set<string> }>();
    const ofSuite = files.filter(({ fixture }) => fixture.suite === suite);
    const cases = ofSuite.flatMap(({ file, fixture }) => fixture.cases.map((test) => ({ file, test })));
    for (const { file, test } of cases) {
      const outcome = await runCase(suite, test, notSupported, file);
      const target = targets.get(test.target) ?? { passed: 0, cases: 0, options: new Set() };
      targets.set(test.target, target);
      target.cases++;
      if (outcome.status === 'passed') target.passed++;
      for (const option of Object.keys(test.config)) target.options.add(option);
      if (outcome.status === 'passed') passed++;
      else
        (outcome.status === 'failed' ? failed : missing).push({
          name: test.name,
          target: test.target,
          reason: outcome.reason,
        });
    }
    results.push({
      suite,
      source: ofSuite[0]!.fixture.source,
      targets: [...targets].map(([target, { options, ...counts }]) => ({ target, ...counts, options: [...options] })),
      passed,
      failed,
      notSupported: missing,
    });
  }
  return results;
}
