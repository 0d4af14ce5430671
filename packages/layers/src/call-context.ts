import type { Scalar } from '@tensorflow/tfjs-core';

/** What `apply` and `call` take besides the input. A layer may take more, such as `mask` or `initialState`. */
export interface CallOptions {
  /** Whether dropout drops and batch normalization uses the batch; by default as in the layer that calls, else false. */
  readonly training?: boolean;
  readonly [option: string]: unknown;
}

/** What holds while a layer and the layers within it are called. */
export interface CallContext {
  readonly training: boolean;
  /** Penalties on activities, gathered for the loss. */
  readonly penalties: Scalar[];
}

let current: CallContext | undefined;

/** The context of the call under way, if there is one. */
export function callContext(): CallContext | undefined {
  return current;
}

/** Runs `f` with `context` in force. */
export function withCallContext<T>(context: CallContext, f: () => T): T {
  const outer = current;
  current = context;
  try {
    return f();
  } finally {
    current = outer;
  }
}
