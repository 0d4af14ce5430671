import type { AnyModel } from '@sixstep/model';
import { setSlots, slots } from '@sixstep/optimizers';
import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import { FormatError } from './format-error.js';
import type { Hdf5Array } from './hdf5/write-hdf5.js';
import type { StoredTensor } from './safetensors-types.js';
import { toFloat32 } from './to-float32.js';

/** The state of a compiled model's optimizer as Keras writes it; numbers in double precision. */
export function slotsToArrays(model: AnyModel): Hdf5Array[] {
  return slots(model.optimizer).map(({ slot, value }) => {
    if (typeof value !== 'number') return { data: value.dataSync() as Float32Array, shape: value.shape };
    return { data: slot === 'iteration' ? BigInt64Array.of(BigInt(value)) : Float64Array.of(value), shape: [] };
  });
}

/**
 * Sets the state of a compiled model's optimizer, which was built for its weights.
 *
 * @throws FormatError if there are more or fewer values, or one has another shape; nothing is changed then
 */
export function setSlotArrays(model: AnyModel, arrays: readonly StoredTensor[], place: string): void {
  const expected = slots(model.optimizer);
  const values: (number | Tensor)[] = [];
  try {
    arrays.forEach((array, i) => {
      const slot = expected[i];
      if (typeof slot?.value !== 'number') return values.push(tensor(toFloat32(array), [...array.shape]));
      if (array.data.length !== 1)
        throw new Error(`expected ${slot.slot} to be one number, received ${array.data.length}.`);
      const value = Number(array.data[0]);
      // Keras keeps single precision: where the number at hand rounds to it, it is the one that was meant.
      return values.push(Math.fround(slot.value) === value ? slot.value : value);
    });
    setSlots(model.optimizer, values);
  } catch (error) {
    throw new FormatError(`${place}: the optimizer's state does not fit: ${(error as Error).message}`);
  } finally {
    for (const value of values) if (typeof value !== 'number') value.dispose();
  }
}
