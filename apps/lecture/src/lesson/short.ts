/** A number in a sentence: three digits, a real minus, and a power of ten where there would be many zeros. */
export function short(value: number, digits = 3): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-3 && size < 1e5)) return String(Number(value.toPrecision(digits))).replace('-', '−');
  const [factor, power] = value.toExponential(digits - 1).split('e') as [string, string];
  const raised = String(Number(power)).replace(/[-\d]/g, (sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)]!));
  return `${factor.replace('-', '−')} · 10${raised}`;
}
