import { engine } from '@tensorflow/tfjs-core';
import type { Case } from './fixture.js';
import { NotSupported } from './not-supported.js';
import { suites } from './suites.js';

/** What came of a case; `reason` is the first difference, or the error. */
export type Outcome =
  { readonly status: 'passed' } | { readonly status: 'failed' | 'not supported'; readonly reason: string };

/**
 * Runs one case.
 *
 * @param file the fixture's file
 * @param notSupported targets that are known to be missing, or whole suites: what fails there is "not supported"
 */
export async function runCase(
  suite: string,
  test: Case,
  notSupported: readonly string[],
  file: string,
): Promise<Outcome> {
  const known = notSupported.includes(test.target) || notSupported.includes(suite);
  const run = suites[suite];
  let reason: string | undefined;
  if (run === undefined) reason = `there is no suite ${suite}`;
  else {
    engine().startScope(test.name);
    try {
      reason = await run(test, file);
    } catch (error) {
      reason = error instanceof NotSupported ? error.message : `${(error as Error).name}: ${(error as Error).message}`;
    } finally {
      engine().endScope();
    }
  }
  if (reason === undefined) return { status: 'passed' };
  return { status: known ? 'not supported' : 'failed', reason };
}
