/** Thrown where the memory of TensorFlow.js' WASM backend does not suffice, instead of going on with none. */
export class OutOfMemoryError extends Error {
  override readonly name: string = 'OutOfMemoryError';
  /** Bytes that were asked for; undefined if that happened within a kernel of TensorFlow.js. */
  readonly requested: number | undefined;
  /** Bytes that tensors hold. */
  readonly inUse: number;
  /** Bytes that the memory has grown to; it never shrinks. */
  readonly heap: number;
  /** Bytes that it can grow to. */
  readonly limit: number;

  constructor(message: string, sizes: Pick<OutOfMemoryError, 'requested' | 'inUse' | 'heap' | 'limit'>) {
    super(message);
    this.requested = sizes.requested;
    this.inUse = sizes.inUse;
    this.heap = sizes.heap;
    this.limit = sizes.limit;
  }
}
