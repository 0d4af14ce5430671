/**
 * Keras' name of a class, function or option in our spelling: `from_logits` -> `fromLogits`,
 * `KLDivergence` -> `klDivergence`, `Conv2DTranspose` -> `conv2dTranspose`, `RMSprop` -> `rmsprop`.
 */
export function camelCase(name: string): string {
  const words = name
    .replace(/^RMSprop$/, 'rmsprop')
    .replace(/(\d)D(?![a-z])/g, '$1d')
    // An acronym at the start is one word; its last capital starts the next one, if that goes on in small letters.
    .replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+/, (start) => start.toLowerCase());
  return words.replace(/_+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
