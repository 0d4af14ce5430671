import type { CallbackState, StateArray, TrainingState } from '@sixstep/model';
import { FormatError } from '../format-error.js';
import { parseJson } from '../parse-json.js';
import { readSafetensors } from '../read-safetensors.js';
import { checkSeal } from './seal.js';

/** The state as its JSON keeps it. */
type Written = Omit<TrainingState, 'weights' | 'optimizer' | 'memories' | 'callbacks'> & {
  readonly weights: readonly string[];
  readonly optimizer: readonly (number | string)[];
  readonly memories: Readonly<Record<string, readonly string[]>>;
  readonly callbacks: readonly ({
    readonly values: CallbackState['values'];
    readonly arrays: readonly string[] | null;
  } | null)[];
};

const PLACE = 'readCheckpoint';

/**
 * The state of a training from the bytes that `writeCheckpoint` gave.
 *
 * @throws FormatError if they are not exactly these: torn, changed, or of another origin
 */
export async function readCheckpoint(bytes: Uint8Array): Promise<TrainingState> {
  await checkSeal(bytes, PLACE);
  const { tensors, metadata } = readSafetensors(bytes);
  if (metadata['format'] !== 'sixstep checkpoint 1' || metadata['state'] === undefined) {
    throw new FormatError(
      `${PLACE}: expected the format 'sixstep checkpoint 1', received '${metadata['format'] ?? 'none'}'.`,
    );
  }
  const { weights, optimizer, memories, callbacks, ...rest } = parseJson(
    metadata['state'],
    `${PLACE}: state`,
  ) as unknown as Written;
  const get = (name: string): StateArray => {
    const found = tensors.get(name);
    if (found === undefined) throw new FormatError(`${PLACE}: expected the array '${name}', received none.`);
    return { data: found.data as Float32Array | Int32Array, shape: found.shape };
  };
  return {
    ...rest,
    weights: Object.fromEntries(weights.map((path) => [path, get(`weights/${path}`)])),
    optimizer: optimizer.map((value) => (typeof value === 'string' ? get(value) : value)),
    memories: Object.fromEntries(Object.entries(memories).map(([path, names]) => [path, names.map(get)])),
    callbacks: callbacks.map(
      (kept) => kept && { values: kept.values, ...(kept.arrays && { arrays: kept.arrays.map(get) }) },
    ),
  };
}
