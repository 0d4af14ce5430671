import type { Bytes, Platform, Shelf } from './platform.js';

const openCache = async (): Promise<Cache | undefined> =>
  'caches' in globalThis ? await caches.open('sixstep-datasets') : undefined;

/** The key in the cache: any address will do that no page has. */
const keyOf = (name: string, file: string): string => `https://sixstep.invalid/${name}/${file}`;

function shelf(cache: Cache, name: string): Shelf {
  return {
    onFault: 'putAside',
    async read(file) {
      const where = keyOf(name, `${file}.gz`);
      const response = await cache.match(where);
      return response && { where, bytes: new Uint8Array(await response.arrayBuffer()) };
    },
    async putAside({ where }) {
      await cache.delete(where);
      return 'It was removed from the cache.';
    },
  };
}

async function* inflate(packed: Bytes): AsyncGenerator<Uint8Array> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function sha256(bytes: Bytes): Promise<string> {
  const { subtle } = globalThis.crypto;
  if (!(subtle as SubtleCrypto | undefined)) {
    throw new Error('SHA-256 is not available on this page. Serve it by https or from localhost.');
  }
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The cache, streams and cryptography of browsers and workers. */
export const platform: Platform = {
  async shelves(name) {
    const cache = await openCache();
    return cache ? [shelf(cache, name)] : [];
  },
  async keep(name, file, bytes) {
    await (await openCache())?.put(keyOf(name, file), new Response(bytes));
  },
  inflate,
  sha256,
  advice: (name) => `on your own site and pass their folder, e.g. mirrors: ['/data/${name}']`,
  readFolder: () =>
    Promise.reject(new Error('A browser has no folders. Use decodeImages with the bytes of the files.')),
  colorDepth: () => 1,
};
