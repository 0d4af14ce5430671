// .ci/run: npm test, and what else must hold before a change is merged.
import { fileURLToPath } from 'node:url';
import { addCounts } from './counts.js';
import { lint } from './run-lint.js';
import { runCommand } from './run-command.js';
import { runPacked } from './run-packed.js';
import { runTests } from './run-tests.js';

const knip = fileURLToPath(new URL('../node_modules/knip/bin/knip.js', import.meta.url));
const tests = await runTests();
const total = addCounts(
  tests,
  await runPacked(),
  await runCommand('API reports', process.execPath, ['tooling/api/src/main.js']),
  await runCommand('API reference', process.execPath, ['tooling/api/src/docs.js', '--check']),
  await runCommand('typecheck', 'tsc', ['-p', '.']),
  await runCommand('knip', process.execPath, [knip, '--no-progress', '--no-config-hints']),
  await lint(),
);
if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
