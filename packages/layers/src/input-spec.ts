import { formatShape } from '@sixstep/parts';
import type { Shape } from './shape.js';

/** What a layer demands of its input's shape. */
export interface InputSpec {
  readonly rank?: number;
  readonly minRank?: number;
  /** Sizes of single dimensions; -1 is the last. */
  readonly axes?: Readonly<Record<number, number>>;
}

/** The demanded shape as text, as far as it is known: `[batch, ?, 8]`. */
function describe({ rank, minRank, axes = {} }: InputSpec): string {
  const length = rank ?? Math.max(minRank ?? 0, 2);
  const sizes = Array.from({ length }, (_, i) => axes[i] ?? axes[i - length] ?? (i === 0 ? 'batch' : '?'));
  return `[${rank === undefined ? ['...', ...sizes.slice(1)].join(', ') : sizes.join(', ')}]`;
}

/** @throws Error that names the layer, the demanded and the received shape, if `shape` does not fit */
export function checkInput(layer: { readonly name: string }, spec: InputSpec, shape: Shape): void {
  const rank = shape.length;
  let fits = (spec.rank === undefined || rank === spec.rank) && rank >= (spec.minRank ?? 0);
  for (const key in spec.axes) {
    const axis = Number(key);
    const received = shape[axis < 0 ? rank + axis : axis];
    fits &&= received === spec.axes[axis] || received === null;
  }
  if (fits) return;
  throw new Error(`${layer.name}: expected an input of shape ${describe(spec)}, received ${formatShape(shape)}.`);
}
