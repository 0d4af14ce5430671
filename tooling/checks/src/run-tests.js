import { readdirSync, readFileSync, rmSync } from 'node:fs';
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

  // One process builds all faster than one for each package; turbo then finds nothing left to do but the tests.
  const build = await runCommand('build', 'tsc', ['-b', 'tsconfig.build.json']);
  if (build.failed > 0) return addCounts(manifests, build);

  const tested = workspaces().filter(({ manifest }) => manifest.scripts?.test !== undefined);
  for (const { path } of tested) for (const file of reportsIn(path)) rmSync(file);
  const run = await runCommand('tests', 'turbo', [
    'run',
    'build',
    'test',
    '--continue=always',
    '--output-logs=errors-only',
    '--no-update-notifier',
  ]);
  const reports = tested.map(({ folder, path }) => countsOf(folder, reportsIn(path)));
  const total = addCounts(manifests, ...reports);
  // A build that breaks fails no test.
  return run.failed > 0 && reports.every(({ failed }) => failed === 0) ? addCounts(total, run) : total;
}

/** @param {string} path */
const reportsIn = (path) =>
  readdirSync(path).flatMap((name) => (name.endsWith('-report.json') ? [join(path, name)] : []));

/**
 * Sums and shows the reports that the tests of a package left.
 *
 * @param {string} folder
 * @param {readonly string[]} files
 * @returns {Counts}
 */
function countsOf(folder, files) {
  if (files.length === 0) {
    console.log(`✗ ${folder}: no report, its tests did not run`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const counts = addCounts(...files.map((file) => countsIn(JSON.parse(readFileSync(file, 'utf8')))));
  const { passed, failed, skipped } = counts;
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${folder}: ${passed} passed` +
      `${failed === 0 ? '' : `, ${failed} failed`}${skipped === 0 ? '' : `, ${skipped} skipped`}`,
  );
  return counts;
}

/**
 * @param {any} report of Jest, or of the conformance runner
 * @returns {Counts}
 */
function countsIn(report) {
  if (report.suites !== undefined) {
    return addCounts(
      ...report.suites.map((/** @type {any} */ { passed, failed, notSupported }) => ({
        passed,
        failed: failed.length,
        skipped: notSupported.length,
      })),
    );
  }
  return {
    passed: report.numPassedTests,
    // A test file that does not load fails without a test in it.
    failed: report.numFailedTests + (report.numRuntimeErrorTestSuites ?? 0),
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}
