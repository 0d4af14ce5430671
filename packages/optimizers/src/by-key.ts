/** An object with these keys, and with what `f` makes of each. */
export function byKey<K extends string, T>(keys: readonly K[], f: (key: K) => T): Record<K, T> {
  const result = {} as Record<K, T>;
  for (const key of keys) result[key] = f(key);
  return result;
}
