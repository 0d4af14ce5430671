import { weightArrays, writeSafetensors } from '@sixstep/formats';
import type { Sequential } from '@sixstep/model';

/** A safetensors file with the weights by their paths, such as `dense/kernel`. */
export function saveSafetensors(model: Sequential): Uint8Array {
  return writeSafetensors(weightArrays(model));
}
