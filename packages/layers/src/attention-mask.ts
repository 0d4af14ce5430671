import { cast, expandDims, logicalAnd, tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { CallOptions } from './call-context.js';
import { maskOf } from './mask.js';

/** Where position t may look at position s: s <= t. [1, T, S] */
export function causalMask(queries: number, keys: number): Tensor {
  const data = new Uint8Array(queries * keys);
  for (let t = 0; t < queries; t++) data.fill(1, t * keys, t * keys + Math.min(t + 1, keys));
  return tensor(data, [1, queries, keys], 'bool');
}

/** Where positions lie less than `size` apart: [1, T, S]. */
function windowMask(queries: number, keys: number, size: number): Tensor {
  const data = Uint8Array.from({ length: queries * keys }, (_, i) =>
    Number(Math.abs(Math.floor(i / keys) - (i % keys)) < size),
  );
  return tensor(data, [1, queries, keys], 'bool');
}

/** What looks, and what is looked at. */
interface Attended {
  readonly query: Tensor;
  readonly value: Tensor;
  readonly key: Tensor;
}

/**
 * Where a query may look at a key, [batch, T, S] or what broadcasts to it: by the masks that lie on the tensors, by those of the
 * call, and by the positions.
 */
export function attentionMask(
  { query, value, key }: Attended,
  options: CallOptions,
  slidingWindow?: number,
): Tensor | undefined {
  const given = (name: string, x?: Tensor): Tensor | undefined => {
    const mask = (options[name] as Tensor | null | undefined) ?? (x && maskOf(x));
    return mask && cast(mask, 'bool');
  };
  const queryMask = maskOf(query);
  const valueMask = given('valueMask', value);
  const keyMask = given('keyMask', key === value ? undefined : key);
  const [T = 0, S = 0] = [query.shape[1], value.shape[1]];
  const masks = [
    queryMask && expandDims(cast(queryMask, 'bool'), -1),
    valueMask && expandDims(valueMask, -2),
    keyMask && expandDims(keyMask, -2),
    options['useCausalMask'] === true ? causalMask(T, S) : undefined,
    slidingWindow === undefined ? undefined : windowMask(T, S, slidingWindow),
    given('attentionMask'),
  ];
  return masks.reduce((all, mask) => (all === undefined || mask === undefined ? (all ?? mask) : logicalAnd(all, mask)));
}
