import type { StateArray, TrainingState } from '@sixstep/model';
import type { JsonValue } from '../parse-json.js';
import { toJsonText } from '../to-json-text.js';
import { writeSafetensors, type ArrayToWrite } from '../write-safetensors.js';
import { emptySeal, seal } from './seal.js';

/**
 * The state of a training as bytes: a safetensors file that holds the weights (`weights/dense/kernel`), the optimizer's slots
 * and, in its metadata, everything else and a SHA-256 of all of it.
 *
 * @param state what `training.state()` gave in a callback
 */
export async function writeCheckpoint(state: TrainingState): Promise<Uint8Array> {
  const { weights, optimizer, memories, callbacks, ...rest } = state;
  const arrays: Record<string, ArrayToWrite> = {};
  const put = (name: string, { data, shape }: StateArray): string => {
    arrays[name] = { data, shape };
    return name;
  };
  for (const [path, array] of Object.entries(weights)) put(`weights/${path}`, array);
  const json = {
    ...rest,
    weights: Object.keys(weights),
    // Numbers stand for themselves, names for arrays.
    optimizer: optimizer.map((value, i) => (typeof value === 'number' ? value : put(`optimizer/${i}`, value))),
    memories: Object.fromEntries(
      Object.entries(memories).map(([path, states]) => [
        path,
        states.map((array, i) => put(`memories/${path}/${i}`, array)),
      ]),
    ),
    callbacks: callbacks.map(
      (kept, i) =>
        kept && {
          values: kept.values,
          arrays: kept.arrays?.map((array, k) => put(`callbacks/${i}/${k}`, array)) ?? null,
        },
    ),
  };
  const text = toJsonText(json as unknown as JsonValue);
  return seal(writeSafetensors(arrays, { ...emptySeal, format: 'sixstep checkpoint 1', state: text }));
}
