import { add, clipByValue, mul, type Tensor } from '@tensorflow/tfjs-core';
import type { JsonObject, JsonValue } from '../parse-json.js';

/** Keras 2 and TensorFlow.js: max(0, min(1, 0.2 x + 0.5)); Keras 3 has another slope. */
export const hardSigmoid2 = (x: Tensor): Tensor => clipByValue(add(mul(x, 0.2), 0.5), 0, 1);

/** Options that were renamed. */
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  LeakyReLU: { alpha: 'negative_slope' },
};

/** What an option was when it was not written. */
const defaults: Readonly<Record<string, JsonObject>> = { GRU: { reset_after: false }, GRUCell: { reset_after: false } };

const valueOf = (className: string, key: string, value: JsonValue): JsonValue => {
  if (key === 'axis' && className === 'BatchNormalization' && Array.isArray(value)) return value[0] as JsonValue;
  return value;
};

/** The config of a layer of Keras 2 as Keras 3 would write it. */
export function configOfKeras2(className: string, config: JsonObject): JsonObject {
  const entries = Object.entries(config).map(([key, value]: [string, JsonValue]) => [
    renamed[className]?.[key] ?? key,
    valueOf(className, key, value),
  ]);
  return { ...defaults[className], ...(Object.fromEntries(entries) as JsonObject) };
}
