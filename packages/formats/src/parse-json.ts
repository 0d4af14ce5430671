import { FormatError } from './format-error.js';

/** A value that JSON can write. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
/** An object that JSON can write. */
export type JsonObject = { readonly [key: string]: JsonValue };

/** Deeper lists and objects are refused. */
const MAX_DEPTH = 100;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WORD = /true|false|null|NaN|-?Infinity/y;
const SPACE = /[ \t\n\r]*/y;
// The quick way through a string: no escapes and no control characters.
const PLAIN = /"[^"\\\u0000-\u001f]*"/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORDS: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
]);

/**
 * The value that `text` says in JSON, as strictly as a file of foreign origin needs it: repeated keys, the key
 * `__proto__` and more than 100 levels are errors. Python's `NaN` and `Infinity` are understood.
 *
 * @param place named in errors, such as `config.json`
 * @throws FormatError that says what is wrong and at which character
 */
export function parseJson(text: string, place: string): JsonValue {
  let at = 0;
  const fail = (what: string): never => {
    throw new FormatError(`${place}: ${what} at character ${at}.`);
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const skip = (): void => {
    match(SPACE);
  };
  const expectCharacter = (character: string): void => {
    skip();
    if (text[at] !== character)
      fail(`expected '${character}', received ${at < text.length ? JSON.stringify(text[at]) : 'the end'}`);
    at++;
  };
  const string = (): string => {
    const plain = match(PLAIN);
    if (plain !== undefined) return plain.slice(1, -1);
    const found = match(STRING);
    return found === undefined ? fail('expected a text in quotes') : (JSON.parse(found) as string);
  };
  const value = (depth: number): JsonValue => {
    if (depth > MAX_DEPTH) fail(`expected at most ${MAX_DEPTH} levels, received more`);
    skip();
    const start = text[at];
    if (start === '"') return string();
    if (start === '{') return object(depth);
    if (start === '[') return list(depth);
    const word = match(WORD);
    if (word !== undefined) return WORDS.get(word)!;
    const number = match(NUMBER);
    return number === undefined ? fail('expected a value') : Number(number);
  };
  const list = (depth: number): JsonValue[] => {
    const items: JsonValue[] = [];
    at++;
    skip();
    if (text[at] === ']') {
      at++;
      return items;
    }
    for (;;) {
      items.push(value(depth + 1));
      skip();
      if (text[at] !== ',') break;
      at++;
    }
    expectCharacter(']');
    return items;
  };
  const object = (depth: number): JsonObject => {
    const items: Record<string, JsonValue> = {};
    at++;
    skip();
    if (text[at] === '}') {
      at++;
      return items;
    }
    for (;;) {
      skip();
      const key = string();
      if (key === '__proto__') fail(`expected no key '__proto__', received one`);
      if (Object.hasOwn(items, key)) fail(`expected each key once, received ${JSON.stringify(key)} again`);
      expectCharacter(':');
      items[key] = value(depth + 1);
      skip();
      if (text[at] !== ',') break;
      at++;
    }
    expectCharacter('}');
    return items;
  };
  const result = value(1);
  skip();
  if (at < text.length) fail('expected the end, received more');
  return result;
}

/** Whether a value of JSON is an object. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
