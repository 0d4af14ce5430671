import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is larger, such as the library that writes HDF5, is kept when it was used. */
const LARGEST = 1_000_000;

/** The service worker: keeps all files of the page when it is installed, and answers from what it keeps. */
const text = (
  /** @type {string} */ version,
  /** @type {string[]} */ files,
) => `const version = ${JSON.stringify(version)};
const files = ${JSON.stringify(files)};

addEventListener('install', (event) => {
  event.waitUntil(caches.open(version).then((cache) => cache.addAll(files)).then(() => skipWaiting()));
});

addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('playground-') && name !== version;
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // The data sets are kept by the page itself, which verifies them.
  if (request.method !== 'GET' || url.origin !== location.origin || /\\/data\\//.test(url.pathname)) return;
  event.respondWith(
    caches.open(version).then(async (cache) => {
      const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
      if (kept !== undefined) return kept;
      const response = await fetch(request);
      if (response.ok && /\\/assets\\//.test(url.pathname)) await cache.put(request, response.clone());
      return response;
    }),
  );
});
`;

/**
 * Writes service-worker.js beside the built page.
 *
 * @returns {import('vite').Plugin}
 */
export function serviceWorker() {
  let folder = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle() {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'service-worker.js')
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        )
        .sort();
      const kept = files.filter((file) => statSync(join(folder, file)).size < LARGEST);
      const hash = createHash('sha256');
      for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
      const version = `playground-${hash.digest('hex').slice(0, 16)}`;
      writeFileSync(join(folder, 'service-worker.js'), text(version, ['./', ...kept]));
    },
  };
}
