import type { Initializer } from '@sixstep/initializers';
import type { AnyLayer } from './layer.js';

/** A layer of the same kind and options, but for `changes`, with weights of its own; random initializers draw anew. */
export function remake<L extends AnyLayer>(layer: L, changes: object = {}): L {
  const config = Object.entries(layer.config).map(([name, part]) => {
    const renew = typeof part === 'function' ? (part as Initializer).renew : undefined;
    return [name, renew === undefined ? part : renew()];
  });
  const Kind = layer.constructor as new (options: object) => L;
  return new Kind({ ...Object.fromEntries(config), ...changes });
}
