import { acosDerivative } from './acos.js';
import { acoshDerivative } from './acosh.js';
import { asinDerivative } from './asin.js';
import { asinhDerivative } from './asinh.js';
import { atanDerivative } from './atan.js';
import { atan2Derivative } from './atan2.js';
import { atanhDerivative } from './atanh.js';
import { cosDerivative } from './cos.js';
import { coshDerivative } from './cosh.js';
import { modDerivative } from './mod.js';
import { prodDerivative } from './prod.js';
import { sinDerivative } from './sin.js';
import { sinhDerivative } from './sinh.js';
import { tanDerivative } from './tan.js';
import { cumsumDerivative } from './cumsum.js';
import { log1pDerivative } from './log1p.js';
import type { AnyDerivative } from './derivative.js';

/** The derivatives of what no layer, loss or activation is made of: trigonometry, remainders, running sums and products. */
export const furtherDerivatives: readonly AnyDerivative[] = [
  atan2Derivative,
  sinDerivative,
  cosDerivative,
  tanDerivative,
  sinhDerivative,
  coshDerivative,
  asinDerivative,
  acosDerivative,
  atanDerivative,
  asinhDerivative,
  acoshDerivative,
  atanhDerivative,
  modDerivative,
  prodDerivative,
  cumsumDerivative,
  log1pDerivative,
];
