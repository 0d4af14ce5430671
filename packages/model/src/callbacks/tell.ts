import type { LeakWatch } from '../leak-watch.js';
import type { Callback } from './callback.js';

type Hook = Exclude<keyof Callback, 'state' | 'onGradients'>;
type Args<H extends Hook> = Parameters<NonNullable<Callback[H]>>;

/** Calls a function of every callback, in their order, and awaits each. */
export type Tell = <H extends Hook>(hook: H, ...args: Args<H>) => Promise<void>;

/**
 * The `Tell` of these callbacks. At the end of the training all are told, also if one of them throws; the first error is then
 * thrown.
 *
 * @param where says where the training stands, for the error of `leaks`
 */
export function teller(callbacks: readonly Callback[], leaks: LeakWatch | undefined, where: () => string): Tell {
  return async (hook, ...args) => {
    const faults: unknown[] = [];
    for (const [i, callback] of callbacks.entries()) {
      const call = (): void | Promise<void> =>
        (callback[hook] as ((...given: typeof args) => void | Promise<void>) | undefined)?.apply(callback, args);
      try {
        await (leaks === undefined ? call() : leaks.callback(`${hook} of callbacks[${i}]`, where(), call));
      } catch (error) {
        if (hook !== 'onTrainEnd') throw error;
        faults.push(error);
      }
    }
    if (faults.length > 0) throw faults[0];
  };
}
