import type { SuiteResult } from './run-suites.js';

/** The results as lines of text. */
export function report(results: readonly SuiteResult[]): string {
  const lines: string[] = [];
  const count = (f: (result: SuiteResult) => number): number => results.reduce((sum, result) => sum + f(result), 0);
  const width = Math.max(5, ...results.map(({ suite }) => suite.length));
  const row = (name: string, passed: number, failed: number, notSupported: number): string =>
    `${name.padEnd(width)}  ${String(passed).padStart(4)} passed  ${String(failed).padStart(4)} failed  ${String(notSupported).padStart(4)} not supported`;
  for (const { suite, passed, failed, notSupported } of results) {
    lines.push(row(suite, passed, failed.length, notSupported.length));
    for (const { name, reason } of failed) lines.push(`  ✗ ${name}`, `      ${reason}`);
    for (const target of new Set(notSupported.map((item) => item.target))) lines.push(`  - not supported: ${target}`);
  }
  lines.push(
    row(
      'total',
      count(({ passed }) => passed),
      count(({ failed }) => failed.length),
      count((result) => result.notSupported.length),
    ),
  );
  return lines.join('\n');
}
