/** base^exponent for exponent 0, 1, 2, ... by repeated squaring: the same to the bit in every JavaScript engine. */
export function integerPower(base: number, exponent: number): number {
  let result = 1;
  for (let square = base, rest = exponent; rest > 0; square *= square, rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
  }
  return result;
}
