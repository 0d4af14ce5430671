import { getBackend, type Tensor } from '@tensorflow/tfjs-core';

/** Backends whose tensors lie in memory, where a look at n labels costs next to nothing. */
const inMemory: readonly string[] = ['wasm', 'cpu'];

/**
 * Labels must be integers from 0 to classes - 1, or `ignoreClass`. Looked at on backends in memory only.
 *
 * @throws Error that shows the first label that is not, and where it is
 */
export function expectClassLabels(place: string, yTrue: Tensor, classes: number, ignoreClass?: number): void {
  if (!inMemory.includes(getBackend())) return;
  const labels = yTrue.dataSync();
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if ((Number.isInteger(label) && label >= 0 && label < classes) || label === ignoreClass) continue;
    throw new Error(
      `${place}: expected the labels to be integers from 0 to ${classes - 1}, received ${label} at position ${i}. ` +
        'Number the classes from 0, or use categoricalCrossentropy for one-hot targets.',
    );
  }
}
