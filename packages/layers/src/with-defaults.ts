/** Options `O` after defaults `D` were filled in: what has a default is no longer undefined. */
export type Filled<O, D> = Omit<O, keyof D> & { readonly [K in keyof D & keyof O]-?: Exclude<O[K], undefined> };

/** `options` with `defaults` where they say nothing; an option that is `undefined` says nothing. */
export function withDefaults<O extends object, D extends Partial<O>>(options: O, defaults: D): Filled<O, D> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) } as Filled<O, D>;
}
