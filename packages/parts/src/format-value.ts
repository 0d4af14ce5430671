/** A received value as an error shows it: short, quoted where it is text, with its type where the value says little. */
export function formatValue(value: unknown): string {
  if (typeof value === 'string') return `'${value.length > 60 ? `${value.slice(0, 57)}...` : value}'`;
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) {
    const rest = value.length > 8 ? `, ... ${value.length} in all` : '';
    return `[${value.slice(0, 8).map(formatValue).join(', ')}${rest}]`;
  }
  if (typeof value === 'object' && value !== null) return `an object ${Object.prototype.toString.call(value)}`;
  return String(value);
}
