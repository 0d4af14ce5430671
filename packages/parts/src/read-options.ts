import { expectNumber } from './expect-number.js';

/** Returns a value that fits. @throws Error that names place and option, what was expected and what came */
export type Check = (place: string, option: string, value: unknown) => unknown;

/** Options as they are after their defaults: none is undefined. */
export type Settled<Options> = { readonly [K in keyof Options]-?: Exclude<Options[K], undefined> };

/** A default, or `[default, check]`, for each of the options but for the `Known`, which may have others. */
export type Defaults<Options, Known = object> = { readonly [K in Exclude<keyof Options, keyof Known>]-?: unknown } & {
  readonly [K in keyof Known]?: unknown;
};

/** The options that `defaults` lists, without undefined. */
export type Read<T, D> = Settled<Pick<T, keyof D & keyof T>>;

/**
 * The options that `defaults` lists, as given or else by default.
 *
 * An entry is a default, or `[default, check]` with the check of what is given. Without one a number has to be finite, where
 * the default is a number, and all else is taken as it is. What is null by default may be null.
 *
 * @param place where the options were given, such as `adagrad`
 * @throws Error if a value does not fit
 */
export function readOptions<T extends object, const D extends { readonly [K in keyof T]?: unknown }>(
  place: string,
  options: T,
  defaults: D,
): Read<T, D> {
  const read = Object.entries(defaults).map(([option, entry]) => {
    const [fallback, check] = isChecked(entry) ? entry : [entry, typeof entry === 'number' ? expectNumber : undefined];
    const { [option]: value = fallback } = options as Readonly<Record<string, unknown>>;
    return [option, (value ?? fallback) === null || check === undefined ? value : check(place, option, value)];
  });
  return Object.fromEntries(read) as Read<T, D>;
}

const isChecked = (entry: unknown): entry is readonly [unknown, Check] =>
  Array.isArray(entry) && typeof entry[1] === 'function';
