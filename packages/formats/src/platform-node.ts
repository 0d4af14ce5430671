import { appendFile, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Platform } from './platform.js';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Flushes what a folder says of its files; not every system can. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** What a process left behind that was killed while it wrote. */
async function removeRemains(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (isTemporary(name)) await rm(join(folder, name), { force: true });
}

const isTemporary = (name: string): boolean => name.startsWith('.') && name.endsWith('.tmp');

async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(folder, `.${name}.${process.pid}.tmp`);
  try {
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, join(folder, name));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(folder);
}

/** Files of the machine. */
export const platform: Platform = {
  directoryStore(folder) {
    const orElse =
      <T>(value: T) =>
      (error: unknown): T => {
        if (isMissing(error)) return value;
        throw error;
      };
    let ready: Promise<unknown> | undefined;
    const prepare = (): Promise<unknown> =>
      (ready ??= mkdir(folder, { recursive: true }).then(() => removeRemains(folder)));
    return {
      names: async () => (await readdir(folder).catch(orElse<string[]>([]))).filter((name) => !name.startsWith('.')),
      read: (name) => readFile(join(folder, name)).catch(orElse(undefined)),
      write: (name, bytes) => prepare().then(() => writeWhole(folder, name, bytes)),
      remove: (name) => rm(join(folder, name), { force: true }),
    };
  },
  async appendFile(path, bytes) {
    await mkdir(dirname(path), { recursive: true });
    await appendFile(path, bytes);
  },
};
