/**
 * base^exponent. Integer exponents go by repeated squaring and 0.5 by the square root, so that these are the same to the
 * bit in every JavaScript engine; only other exponents are left to `Math.pow`, whose last bit is the engine's choice.
 */
export function power(base: number, exponent: number): number {
  if (exponent === 0.5) return Math.sqrt(base);
  if (!Number.isSafeInteger(exponent)) return Math.pow(base, exponent);
  let result = 1;
  let square = base;
  for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return exponent < 0 ? 1 / result : result;
}
