import type { JsonValue } from './parse-json.js';

/** Options that Keras takes as a float alone: 0 is no float to Python, 0.0 is. */
const floats = ['momentum', 'beta', 'threshold'];

/** A value as JSON that Python reads, where infinities and NaN are numbers too. */
export function toJsonText(value: JsonValue): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(toJsonText).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, item]: [string, JsonValue]) => {
      const isWholeFloat = floats.includes(key) && Number.isInteger(item);
      return `${JSON.stringify(key)}: ${isWholeFloat ? (item as number).toFixed(1) : toJsonText(item)}`;
    })
    .join(', ')}}`;
}
