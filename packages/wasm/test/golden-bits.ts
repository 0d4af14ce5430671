/** The hashes of `bits()`; they change only with the order of additions in a kernel. */
export const golden: Record<string, string> = {
  adam: 'd4b74ca8',
  conv2d: '39688146',
  crossEntropy: 'c43c5806',
  elu: 'ffc0b515',
  gru: 'aacafbd4',
  lstm: 'c2228980',
  matMul: '7c898d61',
  sigmoid: '74d1b28f',
  tanh: '54b160e5',
  winograd: '940704a5',
};
