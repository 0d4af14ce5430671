import { writeKeras } from '@sixstep/formats';
import type { Sequential } from '@sixstep/model';

/** A `.keras` file, which Keras 3 loads and trains on. */
export function saveKeras(model: Sequential): Promise<Uint8Array> {
  return writeKeras(model);
}
