import { gather, mul, reshape, tensor1d, tensor2d, type Tensor } from '@tensorflow/tfjs-core';

/** How many steps of each sample count, if these are its first ones and at least one; else undefined. */
export function validLengths(mask: Tensor): number[] | undefined {
  const [batch = 0, steps = 0] = mask.shape;
  const counts = mask.dataSync();
  const lengths: number[] = [];
  for (let b = 0; b < batch; b++) {
    const row = counts.subarray(b * steps, (b + 1) * steps);
    const end = row.findIndex((one) => one === 0);
    if (end === 0 || (end > 0 && row.subarray(end).some((one) => one !== 0))) return undefined;
    lengths.push(end < 0 ? steps : end);
  }
  return lengths;
}

/**
 * Of the outputs of all steps, [batch, steps, units], all or the last, each after the last that counts being as that one, or 0.
 *
 * @param lengths how many steps of each sample count
 */
export function selectOutputs(
  outputs: Tensor,
  lengths: readonly number[],
  { returnSequences, zeroOutputForMask }: { readonly returnSequences: boolean; readonly zeroOutputForMask: boolean },
): Tensor {
  const [batch, steps, units] = outputs.shape as [number, number, number];
  const rows: number[] = [];
  const factors: number[] = [];
  lengths.forEach((length, b) => {
    for (let t = returnSequences ? 0 : steps - 1; t < steps; t++) {
      rows.push(b * steps + Math.min(t, length - 1));
      factors.push(zeroOutputForMask && t >= length ? 0 : 1);
    }
  });
  const chosen = gather(reshape(outputs, [batch * steps, units]), tensor1d(rows, 'int32'));
  const y = factors.includes(0) ? mul(chosen, tensor2d(factors, [factors.length, 1])) : chosen;
  return returnSequences ? reshape(y, outputs.shape) : y;
}
