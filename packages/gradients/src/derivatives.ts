import { commonDerivatives } from './common-derivatives.js';
import { convolutionDerivatives } from './convolution-derivatives.js';
import type { AnyDerivative } from './derivative.js';
import { einsumDerivative } from './einsum.js';
import { embeddingDerivatives } from './embedding-derivatives.js';
import { furtherDerivatives } from './further-derivatives.js';

/** All derivatives of this package. */
export const derivatives: readonly AnyDerivative[] = [
  ...commonDerivatives,
  ...convolutionDerivatives,
  ...embeddingDerivatives,
  ...furtherDerivatives,
  einsumDerivative,
];
