import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkManifests } from './check-manifests.js';
import { addCounts } from './counts.js';
import { runCommand } from './run-command.js';
import { workspaces } from './workspace.js';

/** @typedef {import('./counts.js').Counts} Counts */

/**
 * Builds everything and runs all tests: Jest in every package, the examples of the READMEs, the conformance fixtures,
 * and the checks of the manifests.
 *
 * @returns {Promise<Counts>}
 */
export async function runTests() {
  const manifests = checkManifests(console.log);
  console.log(
    `${manifests.failed === 0 ? '✓' : '✗'} package.json, arrows (${manifests.passed} passed, ${manifests.failed} failed)`,
  );

  const tested = workspaces().filter(({ manifest }) => manifest.scripts?.test !== undefined);
  for (const { path } of tested) rmSync(join(path, 'jest-report.json'), { force: true });
  const run = await runCommand('build and tests', 'turbo', [
    'run',
    'build',
    'test',
    '--continue=always',
    '--output-logs=errors-only',
    '--no-update-notifier',
  ]);
  const reports = tested.map(({ folder, path }) => reportOf(folder, join(path, 'jest-report.json')));
  const total = addCounts(manifests, ...reports);
  // A build that breaks fails no test.
  return run.failed > 0 && reports.every(({ failed }) => failed === 0) ? addCounts(total, run) : total;
}

/**
 * @param {string} folder
 * @param {string} file
 * @returns {Counts}
 */
function reportOf(folder, file) {
  if (!existsSync(file)) {
    console.log(`✗ ${folder}: no report, its tests did not run`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  // A test file that does not load fails without a test in it.
  const failed = report.numFailedTests + (report.numRuntimeErrorTestSuites ?? 0);
  const counts = {
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${folder}: ${counts.passed} passed` +
      `${failed === 0 ? '' : `, ${failed} failed`}${counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`}`,
  );
  return counts;
}
