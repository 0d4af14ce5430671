import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBackend } from './start-backend.js';
import { features } from './features.js';
import { knownNotSupported, ownFixtures } from './read-fixtures.js';
import { report } from './report.js';
import { runSuites } from './run-suites.js';

const help = `Usage: npm run conformance -- [options]

Compares the packages with numbers that real Keras wrote.

  --fixtures DIR  the folder with the fixtures (default: those of the repository)
  --suite NAME    only this suite, such as losses
  --backend NAME  wasm, with the training kernels (default), or cpu, where everything is composed of TensorFlow.js' operations
  --json FILE     write the results as JSON
  --features FILE write the table of compatibility with Keras (FEATURES.md), after all suites
  --check         with --features: write nothing, and fail if FILE is not what would be written
  --help          show this text

Exits with 1 if a case fails whose target is not listed in tooling/conformance/not-supported.json.`;

/** Reads the command line, runs, and says the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      fixtures: { type: 'string' },
      suite: { type: 'string' },
      backend: { type: 'string', default: 'wasm' },
      json: { type: 'string' },
      features: { type: 'string' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const userPath = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path);
  await startBackend(values.backend);
  const folder = values.fixtures === undefined ? ownFixtures : userPath(values.fixtures);
  const results = await runSuites(folder, values.suite, knownNotSupported);
  if (values.json !== undefined)
    writeFileSync(userPath(values.json), `${JSON.stringify({ suites: results }, null, 2)}\n`);
  console.log(report(results));
  const isStale =
    values.features !== undefined && !settleFeatures(userPath(values.features), features(results), values.check);
  return isStale || results.some(({ failed }) => failed.length > 0) ? 1 : 0;
}

/** Writes FEATURES.md, or says whether it is as it would be written. */
function settleFeatures(file: string, text: string, check: boolean): boolean {
  if (!check) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(`✗ ${file} is out of date. Run npm run conformance -- --features FEATURES.md and commit it.`);
    return false;
  }
  return true;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
