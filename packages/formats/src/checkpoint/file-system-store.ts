import type { CheckpointStore } from './checkpoint-store.js';

/** What is used of a `FileSystemDirectoryHandle`. */
export interface DirectoryHandle {
  keys(): AsyncIterable<string>;
  getFileHandle(
    name: string,
    options?: { readonly create?: boolean },
  ): Promise<{
    getFile(): Promise<{ arrayBuffer(): Promise<ArrayBuffer> }>;
    createWritable(): Promise<{ write(bytes: Uint8Array<ArrayBuffer>): Promise<void>; close(): Promise<void> }>;
  }>;
  removeEntry(name: string): Promise<void>;
}

const isMissing = (error: unknown): boolean => (error as Partial<Error>).name === 'NotFoundError';

/**
 * Keeps checkpoints in a directory of the browser: of the origin's own file system, or one that the user chose. The browser
 * puts a file in its place when it is closed, so that it is never half written.
 *
 * @example
 * const store = fileSystemStore(await navigator.storage.getDirectory());
 */
export function fileSystemStore(directory: DirectoryHandle): CheckpointStore {
  return {
    async names() {
      const names: string[] = [];
      for await (const name of directory.keys()) names.push(name);
      return names;
    },
    async read(name) {
      try {
        const file = await (await directory.getFileHandle(name)).getFile();
        return new Uint8Array(await file.arrayBuffer());
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async write(name, bytes) {
      const writable = await (await directory.getFileHandle(name, { create: true })).createWritable();
      await writable.write(bytes as Uint8Array<ArrayBuffer>);
      await writable.close();
    },
    async remove(name) {
      try {
        await directory.removeEntry(name);
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
  };
}
