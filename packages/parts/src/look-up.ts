import { formatValue } from './format-value.js';
import { nearest } from './nearest.js';

const functionName = ({ name }: { readonly name: string }): string =>
  name === '' ? 'a function' : `the function ${name}`;

/**
 * The part called `name` in `table`.
 *
 * @param place where the name was given, such as `dense`
 * @param kind what the table holds, such as `activation`
 * @throws Error that names the place and the nearest known name, or lists all if none is near
 */
export function lookUp<T extends object>(table: T, name: unknown, place: string, kind: string): T[keyof T] {
  if (typeof name === 'string' && Object.hasOwn(table, name)) return table[name as keyof T];
  if (typeof name === 'function') {
    throw new Error(
      `${place}: expected ${kind} to be a name or a part, received ${functionName(name)}. If it makes the part, call it: ${name.name || 'f'}().`,
    );
  }
  const known = Object.keys(table);
  const guess = typeof name === 'string' ? nearest(name, known) : undefined;
  throw new Error(
    `${place}: unknown ${kind} ${formatValue(name)}. ` +
      (guess === undefined ? `Known are: ${known.join(', ')}.` : `Did you mean '${guess}'?`),
  );
}
