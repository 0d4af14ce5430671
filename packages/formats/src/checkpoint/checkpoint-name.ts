/** The name of a checkpoint's file; in the order of names is the order of time. */
export function checkpointName(name: string, epoch: number, batch: number): string {
  return `${name}-${String(epoch).padStart(6, '0')}-${String(batch).padStart(9, '0')}.safetensors`;
}

/** Whether `file` is the name of a checkpoint of this name. */
export const isCheckpointName = (name: string, file: string): boolean =>
  file.startsWith(`${name}-`) && /^\d{6,}-\d{9,}\.safetensors$/.test(file.slice(name.length + 1));
