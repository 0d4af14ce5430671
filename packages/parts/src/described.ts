/** Options as they were given and defaulted, in our spelling. A nested part stands in it as itself. */
export type Config = { readonly [option: string]: unknown };

/**
 * What a part says of itself: enough to write it to a file and to make it again.
 *
 * Every factory of Sixstep puts these two on what it returns, be that a function or an object:
 * `l2({ l2: 0.01 })` is a function with `className: 'L2'` and `config: { l2: 0.01 }`.
 */
export interface Described {
  /** The name of Keras' class, such as `GlorotUniform`. */
  readonly className: string;
  readonly config: Config;
}
