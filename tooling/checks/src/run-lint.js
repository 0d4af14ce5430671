import { addCounts } from './counts.js';
import { runCommand } from './run-command.js';

/**
 * @param {boolean} [fix] whether to mend what can be mended
 * @returns {Promise<import('./counts.js').Counts>}
 */
export async function lint(fix = false) {
  return addCounts(
    await runCommand('eslint', 'eslint', ['--max-warnings=0', '--no-warn-ignored', ...(fix ? ['--fix'] : []), '.']),
    await runCommand('prettier', 'prettier', [fix ? '--write' : '--check', '--log-level=warn', '.']),
  );
}
