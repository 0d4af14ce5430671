export { type Config, type Described } from './described.js';
export { expectInteger } from './expect-integer.js';
export { expectNumber } from './expect-number.js';
export { expectOneOf } from './expect-one-of.js';
export { formatShape } from './format-shape.js';
export { formatValue } from './format-value.js';
export { lookUp } from './look-up.js';
export { nearest } from './nearest.js';
export { logitsOf, rememberLogits } from './logits.js';
