/** a / b, but 0 where b is 0. */
export const divide = (a: number, b: number): number => (b === 0 ? 0 : a / b);
