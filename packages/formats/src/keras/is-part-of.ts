import { constraints } from '@sixstep/constraints';
import { initializers } from '@sixstep/initializers';
import { losses } from '@sixstep/losses';
import { metrics } from '@sixstep/metrics';
import { optimizers } from '@sixstep/optimizers';
import { regularizers } from '@sixstep/regularizers';
import { schedules } from '@sixstep/schedules';
import type { Described } from '@sixstep/parts';
import { nameIn, type PartModule } from './part-tables.js';

const has = (table: object, { className }: Described): boolean => nameIn(table, className) !== undefined;

/** What tells the parts of one module from those of another with a class of the same name. */
const signs: readonly (readonly [PartModule, object, (part: Described) => boolean])[] = [
  ['metrics', metrics, (part) => 'updateState' in part],
  ['optimizers', optimizers, (part) => 'apply' in part && 'iterations' in part],
  ['losses', losses, (part) => 'reduction' in part.config],
  // There is a schedule that is called Constant, too.
  ['initializers', initializers, (part) => !('learningRate' in part.config) && typeof part === 'function'],
  ['regularizers', regularizers, (part) => typeof part === 'function'],
  ['constraints', constraints, (part) => typeof part === 'function'],
  ['schedules', schedules, (part) => typeof part === 'function'],
];

/** The module of Keras that a part stands for; undefined for one that is not ours. */
export function isPartOf(part: Described): PartModule | undefined {
  return signs.find(([, table, fits]) => fits(part) && has(table, part))?.[0];
}
