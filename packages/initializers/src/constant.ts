import { expectNumber } from '@sixstep/parts';
import { broadcastTo, fill, tensor, type TensorLike, tidy } from '@tensorflow/tfjs-core';
import { expectShape } from './expect-shape.js';
import type { Initializer } from './initializer.js';

/** A number, or nested lists of numbers. */
export type ConstantValue = number | readonly ConstantValue[];

function expectConstant(value: unknown): asserts value is ConstantValue {
  if (Array.isArray(value)) value.forEach(expectConstant);
  else expectNumber('constant', 'value', value, { hint: 'Pass a number or nested lists of numbers.' });
}

/**
 * w = value. Keras' `Constant`.
 *
 * @param options.value a number, or nested lists that broadcast to the weight's shape; 0 by default
 * @throws Error if it is neither
 */
export function constant({ value = 0 }: { readonly value?: ConstantValue } = {}): Initializer {
  expectConstant(value);
  const initialize: Initializer = (shape, dtype = 'float32') => {
    expectShape('constant', shape);
    if (typeof value === 'number') return fill([...shape], dtype === 'int32' ? Math.trunc(value) : value, dtype);
    return tidy(() => broadcastTo(tensor(value as TensorLike, undefined, dtype), [...shape]));
  };
  return Object.assign(initialize, { className: 'Constant', config: { value } });
}
