// npm test
import { runTests } from './run-tests.js';

const { passed, failed, skipped } = await runTests();
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
