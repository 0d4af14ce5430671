import type { Field } from './field.js';

/** The fields of a set-up. */
export type Schema<S> = { readonly [K in keyof S]: Field<S[K]> };

/** The set-up that a page begins with. */
export function initialOf<S>(schema: Schema<S>): S {
  return readSetup(schema, new URLSearchParams());
}

/** The set-up that the parameters say; what they do not say, or say wrongly, is as at the beginning. */
export function readSetup<S>(schema: Schema<S>, parameters: URLSearchParams): S {
  const setup: Partial<S> = {};
  for (const name of Object.keys(schema) as (keyof S & string)[]) {
    const text = parameters.get(name);
    setup[name] = (text === null ? undefined : schema[name].parse(text)) ?? schema[name].initial;
  }
  return setup as S;
}

/** Writes what differs from the beginning. */
export function writeSetup<S>(schema: Schema<S>, setup: S, parameters: URLSearchParams): void {
  for (const name of Object.keys(schema) as (keyof S & string)[]) {
    const text = schema[name].format(setup[name]);
    if (text !== schema[name].format(schema[name].initial)) parameters.set(name, text);
  }
}
