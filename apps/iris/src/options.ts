import { integer, positive } from '@sixstep/trainer';
import { Command, Option } from 'commander';

/** How the iris trainer is set up. */
export interface Options {
  readonly style: 'sequential' | 'class';
  readonly epochs: number;
  readonly learningRate: number;
  readonly seed: number;
  readonly json?: string;
}

/** Reads the command line; `--help` prints the options and exits, as does a mistake. */
export function readOptions(argv: readonly string[]): Options {
  return new Command('iris')
    .description("Trains the lecture's first model: iris species from four lengths, on WebAssembly.")
    .addOption(
      new Option('--style <style>', 'how the model is written').choices(['sequential', 'class']).default('sequential'),
    )
    .option('--epochs <n>', 'times through the data', integer(1), 500)
    .option('--learning-rate <rate>', 'of SGD', positive, 0.1)
    .option('--seed <n>', 'of the shuffle (NumPy) and of the weights', integer(0), 116)
    .option('--json <file>', 'write a report: parameters, history, final figures, SHA-256 of the weights')
    .showHelpAfterError('(iris --help shows all options)')
    .parse(argv, { from: 'user' })
    .opts<Options>();
}
