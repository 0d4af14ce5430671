import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Serves a folder; `isolated` pages may share memory. */
export async function serve(folder: string, isolated: boolean): Promise<{ address: string; stop(): void }> {
  const server = createServer((request, response) => {
    const path = normalize(request.url === '/' ? '/index.html' : request.url!);
    readFile(join(folder, path)).then(
      (bytes) => {
        response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
        if (isolated) {
          response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
          response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
        }
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => void server.close(),
  };
}
