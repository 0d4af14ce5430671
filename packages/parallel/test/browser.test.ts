import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { workers } from '@sixstep/parallel';
import { chromium, type Browser } from 'playwright-core';
import { serve } from './support/serve.js';
import { train, trainOwn } from './support/train.js';

const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);
// A browser on a busy machine may be late.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

(executablePath === undefined ? describe.skip : describe)('in Chromium', () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sixstep-parallel-'));
    const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
    const page = new URL('page', import.meta.url).pathname;
    const build = [vite, 'build', page, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
    const { status, stderr } = spawnSync(process.execPath, build, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`vite build failed: ${stderr}`);
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the training `kind` of the page came to. */
  async function inPage(kind: string, isolated = true): Promise<string> {
    const server = await serve(folder, isolated);
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(server.address);
    await page.waitForSelector('body[data-ready]', { state: 'attached' });
    const found = await page.evaluate<string, string>(
      (which) => (globalThis as unknown as { trainHere(kind: string): Promise<string> }).trainHere(which),
      kind,
    );
    // The browser tells of a worker's end a little later.
    for (let i = 0; i < 50 && page.workers().length > 0; i++) await page.waitForTimeout(100);
    expect(page.workers()).toStrictEqual([]);
    await page.close();
    server.stop();
    expect(complaints).toStrictEqual([]);
    return found;
  }

  test('Web Workers train to the same bits as threads of Node', async () => {
    expect(await inPage('known')).toBe(await train(workers({ count: 2 })));
  });

  test('and so they do with a script and a model of your own', async () => {
    const url = new URL('support/own-worker.js', import.meta.url);
    const worker = (): Worker => new Worker(url, { workerData: { kind: 'model' } });
    // A minified bundle names the layer otherwise.
    const named = (text: string): string => text.replace(/"[^"]+\/factor"/, '"scale/factor"');
    expect(named(await inPage('own'))).toBe(await trainOwn(workers({ count: 2, worker })));
  });

  test('a page that is not isolated is told what it needs', async () => {
    expect(await inPage('known', false)).toBe(
      'workers: expected a page that may share memory, received one that is not cross-origin isolated. Serve it with the ' +
        'headers Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp.',
    );
  });

  test('a script that is not there is named', async () => {
    expect(await inPage('missing')).toBe('fit: worker 1 of 2 did not start.');
  });
});
