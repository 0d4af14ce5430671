import type { JsonValue } from './parse-json.js';

/** A value as JSON that Python reads, where infinities and NaN are numbers too. */
export function toJsonText(value: JsonValue): string {
  if (typeof value === 'number') return String(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(toJsonText).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, item]: [string, JsonValue]) => `${JSON.stringify(key)}: ${toJsonText(item)}`)
    .join(', ')}}`;
}
