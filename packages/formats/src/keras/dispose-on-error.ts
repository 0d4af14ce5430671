import type { AnyLayer } from '@sixstep/layers';

let making: AnyLayer[] | undefined;

/** Notes a layer that was made, so that it is disposed if the making of the model fails. */
export function noteLayer<L extends AnyLayer>(layer: L): L {
  making?.push(layer);
  return layer;
}

/** Runs `f`; if it throws, the weights of all layers noted in it are disposed. */
export function disposeOnError<T>(f: () => T): T {
  const before = making;
  making = [];
  try {
    return f();
  } catch (error) {
    for (const layer of making) layer.dispose();
    throw error;
  } finally {
    making = before;
  }
}
