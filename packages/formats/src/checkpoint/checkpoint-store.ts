/** Where checkpoints are kept: files by name. A file is either as it was or whole, never half written. */
export interface CheckpointStore {
  names(): Promise<readonly string[]>;
  /** Undefined if there is no such file. */
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}
