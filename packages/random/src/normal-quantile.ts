// Read once: in some sandboxes every look-up of a global is slow.
const { abs, sqrt, LN2, SQRT1_2 } = Math;

/** Horner's scheme; the coefficients stand highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const c of coefficients) sum = sum * x + c;
  return sum;
}

const CENTRAL = [
  [
    2509.0809287301227, 33430.575583588128, 67265.7709270087, 45921.953931549871, 13731.693765509461,
    1971.5909503065514, 133.14166789178438, 3.3871328727963666,
  ],
  [
    5226.4952788528546, 28729.085735721943, 39307.89580009271, 21213.794301586596, 5394.1960214247511,
    687.1870074920579, 42.313330701600911, 1,
  ],
] as const;
const MIDDLE = [
  [
    7.7454501427834141e-4, 0.022723844989269184, 0.24178072517745061, 1.2704582524523684, 3.6478483247632045,
    5.7694972214606914, 4.6303378461565453, 1.4234371107496836,
  ],
  [
    1.0507500716444168e-9, 5.4759380849953448e-4, 0.015198666563616457, 0.14810397642748007, 0.6897673349851,
    1.6763848301838038, 2.0531916266377588, 1,
  ],
] as const;
const TAIL = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576123, 0.29656057182850489,
    1.7848265399172913, 5.4637849111641144, 6.6579046435011038,
  ],
  [
    2.0442631033899397e-15, 1.4215117583164459e-7, 1.8463183175100547e-5, 7.8686913114561326e-4, 0.014875361290850615,
    0.1369298809227358, 0.59983220655588794, 1,
  ],
] as const;

/** ln x for x in (0, 1], from arithmetic alone: ln(m 2^k) = k ln 2 + 2 artanh((m - 1) / (m + 1)). */
function log(x: number): number {
  let k = 0;
  while (x < SQRT1_2) {
    x *= 2;
    k--;
  }
  const s = (x - 1) / (x + 1);
  let power = s;
  let sum = 0;
  for (let n = 1; n < 30; n += 2) {
    sum += power / n;
    power *= s * s;
  }
  return k * LN2 + 2 * sum;
}

/**
 * The quantile of the standard normal distribution: the z with P(Z <= z) = p.
 *
 * Algorithm AS 241, PPND16 (Wichura 1988), relative error about 1e-16. It uses only operations that IEEE 754 rounds
 * exactly (no `Math.log`, whose last bit differs between engines), so it is the same to the bit everywhere.
 *
 * @param p a probability, in (0, 1)
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRAL[0], r)) / polynomial(CENTRAL[1], r);
  }
  const r = sqrt(-log(q < 0 ? p : 1 - p));
  const [[above, below], x] = r <= 5 ? [MIDDLE, r - 1.6] : [TAIL, r - 5];
  const z = polynomial(above, x) / polynomial(below, x);
  return q < 0 ? -z : z;
}
