/** The activations that are computed together with a product, by the numbers that assembly/activation.ts uses. */
const activationCodes = { linear: 0, relu: 1, relu6: 2, sigmoid: 3, tanh: 4, elu: 5, leakyrelu: 6 } as const;

/** The number of an activation, undefined if it has none. */
export function activationCode(name: string): number | undefined {
  return (activationCodes as Record<string, number>)[name];
}
