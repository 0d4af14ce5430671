import type { OptimizerState } from '../optimizer.js';
import type { Transform } from '../transform.js';

/** The state of a chain: its transforms' states, in their order. */
export type ChainState<T extends readonly Transform[]> = {
  readonly [K in keyof T]: T[K] extends Transform<infer S> ? S : never;
};

/** One transform after another: the updates of one are what the next one gets. */
export function chain<const T extends readonly Transform[]>(
  ...transforms: T
): Transform<ChainState<T> & readonly OptimizerState[]> {
  type S = ChainState<T> & readonly OptimizerState[];
  return {
    init: (params) => transforms.map((transform) => transform.init(params)) as unknown as S,
    update(updates, state, context) {
      let current = updates;
      const next = transforms.map((transform, i) => {
        const transformed = transform.update(current, state[i]!, context);
        current = transformed.updates;
        return transformed.state;
      });
      return { updates: current, state: next as unknown as S };
    },
  };
}
