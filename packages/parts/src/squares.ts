const squares = new WeakMap<object, Float32Array>();

/**
 * Notes, for a gradient that is a sum of parts, the sum of the parts' squares.
 *
 * Where an optimizer averages squares of gradients, TensorFlow takes for a table of embeddings the squares of the parts, one
 * for each time that a row was looked up, and not the square of their sum. `embedding({ sparse: true })` follows it.
 */
export function rememberSquares(gradient: object, sumOfSquares: Float32Array): void {
  squares.set(gradient, sumOfSquares);
}

/** The sum of the squares of the parts of `gradient`, if it was noted. */
export function squaresOf(gradient: object): Float32Array | undefined {
  return squares.get(gradient);
}
