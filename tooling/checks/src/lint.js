// npm run lint: ESLint and Prettier on everything. `npm run lint -- --fix` mends what can be mended.
import { lint } from './run-lint.js';

const { failed } = await lint(process.argv.includes('--fix'));
process.exitCode = failed === 0 ? 0 : 1;
