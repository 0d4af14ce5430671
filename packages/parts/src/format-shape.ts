/** A shape as text: `[32, 10]`, with `null` for a dimension that is not known. */
export function formatShape(shape: readonly (number | null)[]): string {
  return `[${shape.map(String).join(', ')}]`;
}
