import { createHash } from 'node:crypto';
import type { AnyModel } from '@sixstep/model';

/** SHA-256, in hexadecimal, of the weights' bytes in Keras' order: equal for two models if they are equal to the bit. */
export function weightsSha256(model: AnyModel): string {
  const hash = createHash('sha256');
  for (const weight of model.weights) {
    const values = weight.dataSync();
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest('hex');
}
