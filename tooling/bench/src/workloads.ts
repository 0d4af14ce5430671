/**
 * What is trained. Every system builds the same from these figures; all train with Adam, iris with SGD. Of iris and `epoch`
 * whole epochs are timed, with their validation.
 */
export const workloads = {
  iris: { title: 'iris: softmax regression 4-3, SGD', x: [4], classes: 3 },
  mlp: { title: 'MLP 784-128-10', x: [28, 28], classes: 10 },
  epoch: { title: 'an epoch of MNIST with its validation, MLP 784-128-10', x: [28, 28], classes: 10 },
  cnn: { title: 'CNN conv32-pool-conv64-pool-128-10', x: [28, 28, 1], classes: 10 },
  lstm: { title: 'LSTM(64) over 28x28', x: [28, 28], classes: 10 },
  text: { title: 'embedding(1000, 32) + GRU(64) over 80 tokens', x: [80], classes: 2 },
} as const;

export type Workload = keyof typeof workloads;

/** Samples of `epoch` to train and to validate on, as many as MNIST has. */
export const EPOCH = { train: 60000, test: 10000 } as const;

/** Words in the vocabulary of `text`. */
export const VOCABULARY = 1000;

/** Pseudo-random numbers in [0, 1), the same for every system whatever its language (Lehmer's generator). */
function numbers(count: number, seed: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length: count }, () => (state = (state * 48271) % 2147483647) / 2147483647);
}

/** Inputs of `count` samples: pixels in [0, 1), or tokens for `text`. */
export function inputs(workload: Workload, count: number): Float32Array {
  const size = workloads[workload].x.reduce((product: number, n) => product * n, count);
  return Float32Array.from(numbers(size, 1), (value) => (workload === 'text' ? Math.floor(value * VOCABULARY) : value));
}

/** Labels of `count` samples. */
export function labels(workload: Workload, count: number): Int32Array {
  return Int32Array.from(numbers(count, 2), (value) => Math.floor(value * workloads[workload].classes));
}
