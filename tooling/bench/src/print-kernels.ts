import type { KernelResult } from './measure-kernels.js';
import type { MachineLimits } from './machine-limits.js';

/** Prints the table of kernels as Markdown. */
export function printKernels(limits: MachineLimits, kernels: readonly KernelResult[]): void {
  console.log(
    `\nKernels, batch 32, one thread. Limits: ${limits.gflops.toFixed(1)} GFLOPS (multiply, add), copying at ` +
      `${limits.gigabytes.toFixed(1)} GB/s.\n`,
  );
  const rows = kernels.map(({ kernel, title, ms, stockMs, limitMs, gflops }) => [
    kernel,
    title,
    ms.toFixed(3),
    stockMs === undefined ? 'none' : stockMs.toFixed(3),
    limitMs.toFixed(3),
    gflops === undefined ? '' : gflops.toFixed(1),
    `${((100 * limitMs) / ms).toFixed(0)} %`,
  ]);
  const head = ['kernel', 'shape', 'ours, ms', 'stock, ms', 'limit, ms', 'GFLOPS', 'of the limit'];
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  console.log([line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n'));
}
