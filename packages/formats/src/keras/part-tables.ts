import { constraints } from '@sixstep/constraints';
import { initializers } from '@sixstep/initializers';
import { losses } from '@sixstep/losses';
import { metrics } from '@sixstep/metrics';
import { optimizers } from '@sixstep/optimizers';
import { regularizers } from '@sixstep/regularizers';
import { schedules } from '@sixstep/schedules';
import { nearest } from '@sixstep/parts';
import { FormatError } from '../format-error.js';
import { camelCase } from './camel-case.js';

/** The factories that stand for a module of Keras, by name. */
const tables: Readonly<Record<PartModule, object>> = {
  constraints,
  initializers,
  losses,
  metrics,
  optimizers,
  regularizers,
  schedules,
};

/** A module of Keras whose parts we have in a table. */
export type PartModule =
  'constraints' | 'initializers' | 'losses' | 'metrics' | 'optimizers' | 'regularizers' | 'schedules';

const isPartModule = (name: string): name is PartModule => Object.hasOwn(tables, name);

const folded = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** The name in `table` for a name of Keras, whatever the spelling of its acronyms; undefined if there is none. */
export function nameIn(table: object, kerasName: string): string | undefined {
  const exact = camelCase(kerasName);
  if (Object.hasOwn(table, exact)) return exact;
  return Object.keys(table).find((key) => folded(key) === folded(kerasName));
}

/**
 * The factory for a class of Keras.
 *
 * @throws FormatError if there is none, with the nearest known one
 */
export function factoryOf(module: PartModule, className: string, place: string): (options: object) => unknown {
  const table = tables[module] as Readonly<Record<string, unknown>>;
  const name = nameIn(table, className);
  const found = name === undefined ? undefined : table[name];
  if (typeof found === 'function') return found as (options: object) => unknown;
  const guess = nearest(camelCase(className), Object.keys(table));
  throw new FormatError(
    `${place}: there is no ${className} among the ${module}.${guess === undefined ? '' : ` Did you mean ${guess}?`}`,
  );
}

/** The module's name in ours: `keras.optimizers.schedules` and `keras.src.optimizers.schedules.x` -> `schedules`. */
export function moduleOf(module: string): PartModule | 'layers' | 'activations' | undefined {
  const words = module.split('.');
  if (words.includes('schedules')) return 'schedules';
  const found = words.find((word) => isPartModule(word) || word === 'layers' || word === 'activations');
  return found as PartModule | 'layers' | 'activations' | undefined;
}
