/**
 * Our name of an option, a function or a value in Keras' spelling: `fromLogits` -> `from_logits`, `beta1` -> `beta_1`,
 * `l1RegularizationStrength` -> `l1_regularization_strength`.
 */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, (_, before: string, letter: string) => `${before}_${letter.toLowerCase()}`)
    .replace(/(^|_)(beta|epsilon)(\d)/g, '$1$2_$3');
}
