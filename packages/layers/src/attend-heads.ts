import type { Generator } from '@sixstep/random';
import { expandDims, matMul, mul, reshape, transpose, type Tensor } from '@tensorflow/tfjs-core';
import { drawDropoutMask } from './draw.js';
import { maskedSoftmax } from './softmax.js';

/** What the heads look at; query, key and value: [batch, ..., heads, size]. */
interface Heads {
  readonly query: Tensor;
  readonly key: Tensor;
  readonly value: Tensor;
  /** Over which dimensions to attend. */
  readonly axes: readonly number[];
  /** Where a query may look at a key: with as many dimensions as the scores but for the heads, or fewer. */
  readonly mask: Tensor | undefined;
  /** Whether a query that may look nowhere sees 0, rather than the mean of all. */
  readonly zeroBlind: boolean;
  readonly dropout: { readonly generator: Generator; readonly rate: number } | undefined;
}

const product = (sizes: readonly number[]): number => sizes.reduce((size, n) => size * n, 1);

/** First the dimensions that are not attended, the heads last of them, then the attended, then the features. */
function order(rank: number, axes: readonly number[]): number[] {
  const free = Array.from({ length: rank - 1 }, (_, axis) => axis).filter((axis) => !axes.includes(axis));
  return [...free, ...axes, rank - 1];
}

/** Puts `x` in order, the attended dimensions as one: [free..., heads, attended, size]. */
function gatherHeads(x: Tensor, axes: readonly number[]): Tensor {
  const ordered = transpose(x, order(x.rank, axes));
  const kept = ordered.shape.slice(0, x.rank - 1 - axes.length);
  return reshape(ordered, [product(kept), product(axes.map((axis) => x.shape[axis]!)), x.shape.at(-1)!]);
}

/** What the heads see, [batch, ..., heads, size], and where they look, [free..., heads, ...attended, ...attended]. */
export function attendHeads({ query, key, value, axes, mask, zeroBlind, dropout }: Heads): [y: Tensor, scores: Tensor] {
  const raw = matMul(gatherHeads(query, axes), gatherHeads(key, axes), false, true);
  const ordered = order(query.rank, axes);
  const free = ordered.slice(0, -1 - axes.length).map((axis) => query.shape[axis]!);
  const attended = (x: Tensor): number[] => axes.map((axis) => x.shape[axis]!);
  const shape = [...free, ...attended(query), ...attended(key)];
  let spread = mask;
  while (spread !== undefined && spread.rank < shape.length) spread = expandDims(spread, spread.rank - 2 * axes.length);
  const last = axes.map((_, i) => i - axes.length);
  const scores = maskedSoftmax(reshape(raw, shape), last, spread, zeroBlind);
  const kept =
    dropout === undefined ? scores : mul(scores, drawDropoutMask(dropout.generator, scores.shape, dropout.rate));
  const y = matMul(reshape(kept, raw.shape), gatherHeads(value, axes));
  const sizes = [...free, ...attended(query), value.shape.at(-1)!];
  const back = ordered.map((_, axis) => ordered.indexOf(axis));
  return [transpose(reshape(y, sizes), back), scores];
}
