import { formatValue } from './format-value.js';

/**
 * What takes the place of a look-up by name in a program that was bundled without names, under the condition
 * `sixstep-by-part`.
 *
 * @param place where the name was given, such as `compile`
 * @param kind what was to be looked up, such as `optimizer`
 * @throws Error always
 */
export function withoutNames(name: unknown, place: string, kind: string): never {
  throw new Error(
    `${place}: expected the ${kind} itself, as this program is bundled without names, received ${formatValue(name)}. ` +
      `Import it and pass it, or bundle without the condition sixstep-by-part.`,
  );
}
