import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { formatValue } from '@sixstep/parts';
import type { LoadOptions } from './load-options.js';
import type { Bytes, Found, Platform, Shelf } from './platform.js';

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';

function cacheFolder(name: string, { cacheDir }: LoadOptions): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const windows = process.platform === 'win32' ? LOCALAPPDATA : undefined;
  // The XDG specification: a relative path is to be ignored.
  const xdg = XDG_CACHE_HOME !== undefined && path.isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : undefined;
  return path.join(cacheDir ?? path.join(xdg ?? windows ?? path.join(os.homedir(), '.cache'), 'sixstep'), name);
}

async function readWhole(where: string, limit: number): Promise<Bytes> {
  const file = await fs.open(where);
  try {
    const { size } = await file.stat();
    if (size > limit) throw new Error(`${size} bytes, where at most ${limit} can be right`);
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size;) {
      const { bytesRead } = await file.read(bytes, at, size - at);
      if (bytesRead === 0) throw new Error('it shrank while it was read');
      at += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}

function shelf(folder: string, onFault: Shelf['onFault']): Shelf {
  return {
    onFault,
    async read(name, limit): Promise<Found | undefined> {
      for (const where of [path.join(folder, `${name}.gz`), path.join(folder, name)]) {
        try {
          return { where, bytes: await readWhole(where, limit) };
        } catch (error) {
          if (!isMissing(error)) throw Object.assign(new Error((error as Error).message, { cause: error }), { where });
        }
      }
      return undefined;
    },
    async putAside({ where }): Promise<string> {
      await fs.rename(where, `${where}.corrupt`).catch((error: unknown) => {
        // Another process was faster.
        if (!isMissing(error)) throw error;
      });
      return `It is now ${path.basename(where)}.corrupt.`;
    },
  };
}

async function shelves(name: string, options: LoadOptions): Promise<Shelf[]> {
  const { dataDir } = options;
  const found: Shelf[] = [];
  if (dataDir !== undefined) {
    const isFolder = await fs.stat(dataDir).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (!isFolder)
      throw new Error(`expected dataDir to be a folder, received ${formatValue(dataDir)}. Pass one that exists.`);
    found.push(shelf(dataDir, 'throw'), shelf(path.join(dataDir, name), 'throw'));
  }
  const { SIXSTEP_DATA_DIR } = process.env;
  if (SIXSTEP_DATA_DIR) found.push(shelf(path.join(SIXSTEP_DATA_DIR, name), 'throw'));
  found.push(shelf(cacheFolder(name, options), 'putAside'), shelf(path.join('/usr/share/datasets', name), 'skip'));
  return found;
}

async function keep(name: string, file: string, bytes: Bytes, options: LoadOptions): Promise<void> {
  const folder = cacheFolder(name, options);
  await fs.mkdir(folder, { recursive: true });
  const temporary = path.join(folder, `${file}.${process.pid}.${randomUUID()}.part`);
  try {
    await fs.writeFile(temporary, bytes, { flag: 'wx' });
    await fs.rename(temporary, path.join(folder, file));
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
}

async function readFolder(folder: string, ending: string): Promise<Array<{ path: string; bytes: Bytes }>> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith(ending))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort((a, b) => (a < b ? -1 : 1));
  const files: Array<{ path: string; bytes: Bytes }> = [];
  for (const name of names) files.push({ path: name, bytes: await readWhole(path.join(folder, name), 2 ** 31) });
  return files;
}

/** Files, the cache folder and zlib of Node. */
export const platform: Platform = {
  shelves,
  keep,
  inflate: (packed) => createGunzip({ chunkSize: 2 ** 18 }).end(packed),
  sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
  advice: (name, options) =>
    `into ${cacheFolder(name, options)}, or into a folder that you pass as dataDir, or into $SIXSTEP_DATA_DIR/${name}`,
  readFolder,
  colorDepth: () => (process.stdout.isTTY ? process.stdout.getColorDepth() : 1),
};
