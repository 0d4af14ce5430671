// node src/browse.js FOLDER: serves the folder, opens its page in Chromium, and waits for what the page promises: `checked`.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumPath } from './chromium.js';

const folder = process.argv[2] ?? '.';
const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  readFile(file).then(
    (content) => response.setHeader('content-type', types[extname(file)] ?? 'text/plain').end(content),
    () => response.writeHead(404).end(),
  );
});
await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));

const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const page = await browser.newPage();
  page.on('console', (message) => console.log(message.text()));
  page.on('pageerror', (error) => console.log(error.message));
  const address = server.address();
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
  await page.evaluate('checked');
} finally {
  await browser.close();
  server.close();
}
