/**
 * The variables that do not decay: those whose name one of the patterns is found in (a string is a regular expression, as in
 * Keras), or for which the function says so.
 */
export type WeightDecayExclusion = readonly (string | RegExp)[] | ((name: string) => boolean);

/** Whether the variable decays. */
export function decays(name: string, exclude?: WeightDecayExclusion | null): boolean {
  if (exclude === undefined || exclude === null) return true;
  if (typeof exclude === 'function') return !exclude(name);
  return !exclude.some((pattern) => new RegExp(pattern).test(name));
}
