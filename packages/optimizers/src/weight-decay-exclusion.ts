/**
 * The variables that do not decay: those whose name one of the patterns is found in (a string is a regular expression, as in
 * Keras), or for which the function says so.
 */
export type WeightDecayExclusion = readonly (string | RegExp)[] | ((name: string) => boolean);

/** Whether the variable of that name is among them. */
export function excludes(exclusion: WeightDecayExclusion | null | undefined, name: string): boolean {
  if (typeof exclusion === 'function') return exclusion(name);
  return (exclusion ?? []).some((pattern) => new RegExp(pattern).test(name));
}
