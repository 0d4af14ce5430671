/** What belongs to a model's inputs or outputs: one item, a list, or a record by name. */
export type DataOf<T extends object> = T | readonly T[] | Readonly<Record<string, T>>;

/** The same structure with `f` of each item; an item is what has a shape. */
export function mapData<T extends { readonly shape: readonly number[] }, U extends object>(
  data: DataOf<T>,
  f: (item: T) => U,
): DataOf<U> {
  if (Array.isArray(data)) return (data as readonly T[]).map(f);
  if ('shape' in data) return f(data as T);
  return Object.fromEntries(Object.entries(data as Readonly<Record<string, T>>).map(([name, item]) => [name, f(item)]));
}
