/** How class number `label` is called: its name, or the number. */
export function className(classNames: readonly string[] | undefined, label: number): string {
  return classNames?.[label] ?? String(label);
}
