import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { memoryStore, readKeras, readKerasH5, weightArrays } from '@sixstep/formats';
import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Offered } from './browser/page.js';
import { train } from './browser/training.js';

declare const offered: Offered;

const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);
const fixtures = new URL('../../../tooling/conformance/fixtures/keras-files/', import.meta.url);
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

// A browser on a busy machine may be late: what fails is tried again, and says so.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

(executablePath === undefined ? describe.skip : describe)('in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sixstep-formats-'));
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const script = new URL('browser/build-page.js', import.meta.url).pathname;
    const { status, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
    expect({ status, stderr }).toStrictEqual({ status: 0, stderr: '' });
    server = createServer((request, response) => {
      const path = join(folder, request.url === '/' ? 'index.html' : request.url!);
      readFile(path).then(
        (bytes) => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await isReady();
  });
  const isReady = (): Promise<unknown> => page.waitForSelector('html[data-ready]', { state: 'attached' });
  afterAll(async () => {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true });
  });

  test.each(['cnn-batchnorm-rmsprop.keras', 'functional-skip-adamw.keras', 'gru-stack.keras', 'legacy-mlp.h5'])(
    'a file of Keras, %s, is read, predicts as in Node and is written for Node, to the bit',
    async (name) => {
      const bytes = await readFile(new URL(name, fixtures));
      const { cases } = JSON.parse(await readFile(new URL(`${name}.json`, fixtures), 'utf8'));
      const { data, shape } = cases[0].inputs.x as { data: number[]; shape: number[] };
      const model = await (name.endsWith('.h5') ? readKerasH5 : readKeras)(bytes);
      const predicted = [...((await model.predict(tensor(data, shape))) as Tensor).dataSync()];
      const found = await page.evaluate(
        ([file, content, x, size]) => offered.readAndWrite(file, [...content], x, size),
        [name, [...bytes], data, shape] as const,
      );
      expect(found.predicted).toStrictEqual(predicted);
      const written = await readKeras(Uint8Array.from(found.written));
      const values = (of: typeof model): unknown[] => Object.values(weightArrays(of));
      expect(values(written)).toStrictEqual(values(model));
    },
  );

  test('a training in its own file system goes on after the page was loaded anew, and ends as in Node, to the bit', async () => {
    expect(await page.evaluate(() => offered.train(7))).toBe('power cut');
    await page.reload();
    await isReady();
    expect(await page.evaluate(() => offered.train())).toStrictEqual(await train(memoryStore()));
  });
});
