import { optimizers, type OptimizerName } from '@sixstep/optimizers';
import { integer, positive } from '@sixstep/trainer';
import { Command, Option } from 'commander';
import type { ImageTask } from './image-task.js';
import { imageModels, type ImageModelName, type Style } from './models/image-models.js';

/** How an image trainer is set up. */
export interface Options {
  readonly style: Style;
  readonly model: ImageModelName;
  readonly epochs: number;
  readonly batchSize: number;
  readonly optimizer: OptimizerName;
  /** By default the optimizer's own. */
  readonly learningRate?: number;
  readonly seed: number;
  /** How many images of each set are used; by default all. */
  readonly samples?: number;
  readonly dataDir?: string;
  readonly out?: string;
  readonly resume: boolean;
  readonly json?: string;
}

/** Reads the command line; `--help` prints the options and exits, as does a mistake. */
export function readOptions({ name, description }: ImageTask, argv: readonly string[]): Options {
  return new Command(name)
    .description(description)
    .addOption(
      new Option('--style <style>', 'how the model is written').choices(['sequential', 'class']).default('sequential'),
    )
    .addOption(
      new Option('--model <model>', "mlp: the lecture's; cnn: LeNet-like; lstm: over the rows")
        .choices(Object.keys(imageModels))
        .default('mlp'),
    )
    .option('--epochs <n>', 'times through the data', integer(1), 5)
    .option('--batch-size <n>', 'images a step', integer(1), 32)
    .addOption(
      new Option('--optimizer <name>', "Keras' name in camel case").choices(Object.keys(optimizers)).default('adam'),
    )
    .option('--learning-rate <rate>', "by default the optimizer's own", positive)
    .option('--seed <n>', 'of the weights and of the order of the images', integer(0), 0)
    .option('--samples <n>', 'use only the first n images of each set', integer(1))
    .option('--data-dir <folder>', 'where the four files of the data set are; else they are downloaded once')
    .option('--out <folder>', 'write curves, history, mistakes, weights and the state of the training into it')
    .option('--resume', 'go on from the state in the folder of --out, all other options being the same', false)
    .option('--json <file>', 'write a report: parameters, history, final figures, SHA-256 of the weights')
    .showHelpAfterError(`(${name} --help shows all options)`)
    .parse(argv, { from: 'user' })
    .opts<Options>();
}
