import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { executablePath, launch } from './chromium.js';
import { serve, type Server } from './serve.js';

/** The page under test. */
export interface Visit {
  /** Opens the page at `#...` in a browser that has never seen it. */
  open(hash?: string, options?: BrowserContextOptions): Promise<Page>;
  readonly address: string;
  /** What the pages of this test wrote to the console as errors or warnings, uncaught errors included. */
  readonly complaints: string[];
}

/** Tests in a real browser, skipped where there is none. Whatever they do, no page may complain on the console. */
export function describeInBrowser(name: string, tests: (visit: Visit) => void): void {
  // A browser on a busy machine may be late: what fails is tried again, and says so.
  jest.retryTimes(2, { logErrorsBeforeRetry: true });
  (executablePath === undefined ? describe.skip : describe)(name, () => {
    let server: Server;
    let browser: Browser;
    const complaints: string[] = [];
    beforeAll(async () => {
      [server, browser] = await Promise.all([serve(), launch()]);
    });
    afterAll(async () => {
      await browser.close();
      await server.stop();
    });
    beforeEach(() => {
      complaints.length = 0;
    });
    afterEach(async () => {
      for (const context of browser.contexts()) await context.close();
      expect(complaints).toEqual([]);
    });
    tests({
      complaints,
      get address() {
        return server.address;
      },
      async open(hash = '', options = {}) {
        const context = await browser.newContext({
          locale: 'en-US',
          viewport: { width: 1280, height: 900 },
          ...options,
        });
        const page = await context.newPage();
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
        });
        page.on('pageerror', (error) => complaints.push(error.message));
        await page.goto(server.address + hash);
        await page.waitForSelector('html[data-interactive]');
        return page;
      },
    });
  });
}

/** The number that a figure of the room that is seen shows: `97.5 %` is 97.5. */
export async function figure(page: Page, name: string): Promise<number> {
  return Number.parseFloat(await page.locator(`.room:not([hidden]) [data-figure=${name}]`).innerText());
}
