/**
 * Our name of an option, a function or a value in Keras' spelling: `fromLogits` -> `from_logits`, `beta1` -> `beta_1`,
 * `l1RegularizationStrength` -> `l1_regularization_strength`.
 */
export function snakeCase(name: string): string {
  return (
    name
      // The second alternative is for words of one letter, as in sparseYTrue.
      .replace(/(?<=[a-z0-9])[A-Z]|(?<=[a-z0-9][A-Z])[A-Z](?=[a-z])/g, (letter) => `_${letter.toLowerCase()}`)
      .replace(/(^|_)(beta|epsilon)(\d)/g, '$1$2_$3')
  );
}
