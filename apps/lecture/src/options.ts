import { integer } from '@sixstep/trainer';
import { Command } from 'commander';

/** How the lecture is computed. */
export interface Options {
  readonly out: string;
  readonly seed: number;
  readonly json?: string;
}

/** Reads the command line; `--help` prints the options and exits, as does a mistake. */
export function readOptions(argv: readonly string[]): Options {
  return new Command('lecture')
    .description('Computes every number of the lecture, and draws every figure of it into one page.')
    .option('--out <file>', 'the page, in English and Chinese; it needs no network', 'lecture.html')
    .option('--seed <n>', "of weights, noise and orders; the dots and iris keep the lecture's", integer(0), 116)
    .option('--json <file>', 'write all numbers')
    .showHelpAfterError('(lecture --help shows all options)')
    .parse(argv, { from: 'user' })
    .opts<Options>();
}
