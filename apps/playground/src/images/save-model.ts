import type { Sequential } from '@sixstep/model';

export const savedFormats = ['safetensors', 'keras'] as const;
export type SavedFormat = (typeof savedFormats)[number];

/** The bytes of a file with the model: its weights alone, or all of it for Keras. What writes them is loaded only now. */
export async function saveModel(model: Sequential, format: SavedFormat): Promise<Uint8Array<ArrayBuffer>> {
  const bytes =
    format === 'keras'
      ? await (await import('./save-keras.js')).saveKeras(model)
      : (await import('./save-safetensors.js')).saveSafetensors(model);
  return Uint8Array.from(bytes);
}
