import { formatValue } from './format-value.js';
import { didYouMean } from './nearest.js';

/**
 * The part called `name` in `table`.
 *
 * @param place where the name was given, such as `dense`
 * @param kind what the table holds, such as `activation`
 * @throws Error that names the place and the nearest known name, or lists all if none is near
 */
export function lookUp<T extends object>(table: T, name: unknown, place: string, kind: string): T[keyof T] {
  if (typeof name === 'string' && Object.hasOwn(table, name)) return table[name as keyof T];
  const known = Object.keys(table) as (string & keyof T)[];
  if (typeof name === 'function') {
    const factory = known.find((key) => table[key] === name) ?? (name.name || 'f');
    throw new Error(
      `${place}: expected ${kind} to be a name or a part, received the function ${factory}. ` +
        `If it makes the part, call it: ${factory}().`,
    );
  }
  const hint = didYouMean(name, known) || ` Known are: ${known.join(', ')}.`;
  throw new Error(`${place}: unknown ${kind} ${formatValue(name)}.${hint}`);
}
