/** Whether NumPy's rule lets two shapes work together: counted from the back, sizes are equal or one of them is 1. */
export function broadcasts(a: readonly (number | null)[], b: readonly (number | null)[]): boolean {
  return a.every((size, i) => {
    const other = b[i + b.length - a.length] ?? 1;
    return size === other || size === 1 || other === 1;
  });
}
