import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { busiestTask } from './support/busiest-task.js';
import { dataFolder } from './support/data-folder.js';
import { describeInBrowser } from './support/visit.js';

const axePath = createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js');

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** What depends on the machine being free runs on request alone: `SIXSTEP_TIMED=1 pnpm -C apps/playground test`. */
const timed = process.env['SIXSTEP_TIMED'] === '1' ? test : test.skip;

/** Faults of accessibility that are serious or worse. */
async function faults(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axePath });
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Frames that took more than 50 ms, as Chromium counts them, from now on. */
async function countLongFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counter = globalThis as unknown as { longFrames: number[]; frames: number };
    counter.longFrames = [];
    counter.frames = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) counter.longFrames.push(Math.round(duration));
    }).observe({ type: 'long-animation-frame', buffered: false });
    const count = (): void => {
      counter.frames++;
      requestAnimationFrame(count);
    };
    count();
  });
}

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

describeInBrowser('the page', (visit) => {
  test.each([
    ['plane', {}],
    ['race', {}],
    ['images', {}],
    ['plane', { colorScheme: 'dark', ...phone }],
    ['race', { colorScheme: 'dark', ...phone }],
    ['images', { colorScheme: 'dark', ...phone }],
  ] as const)('has no serious fault of accessibility, and fits the screen: %s %o', async (room, options) => {
    for (const language of ['en', 'zh']) {
      const page = await visit.open(`#${room}?lang=${language}`, { ...options, reducedMotion: 'reduce' });
      await page.waitForTimeout(400);
      expect(await faults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });

  test('speaks English and Chinese', async () => {
    const page = await visit.open();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('radio', { name: '中文' }).check();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
    expect(await page.title()).toBe('Sixstep 演练场');
    expect(new URL(page.url()).hash).toBe('#plane?lang=zh');
    // Names of optimizers and activations, units and the hash remain as they are; sentences do not.
    for (const room of ['平面分类', '优化器赛跑', '数字与服装']) {
      await page.getByRole('link', { name: room }).click();
      await page.getByRole('link', { name: room }).and(page.locator('[aria-current=page]')).waitFor();
      const text = (await page.locator('body').innerText()).replace(
        /Leaky ReLU|English|Sixstep|WebAssembly|Fashion-MNIST|Dropout/g,
        '',
      );
      expect(text).not.toMatch(/[a-z]{4,} +[a-z]{2,}/i);
    }
    const other = await visit.open('', { locale: 'zh-CN' });
    expect(await other.locator('h1').innerText()).toBe('神经网络学习平面');
  });

  test('goes from room to room, back, and to an address that is pasted', async () => {
    const page = await visit.open('#plane?data=xor');
    await page.getByRole('link', { name: 'Optimizer race' }).click();
    await page.locator('.race-room').waitFor();
    expect(await page.locator('.plane-room').isHidden()).toBe(true);
    await page.goBack();
    await page.locator('.plane-room').waitFor();
    expect(await page.getByRole('radio', { name: 'XOR' }).isChecked()).toBe(true);
    await page.evaluate(() => (location.hash = '#race?surface=saddle&nonsense=1&steps=-7'));
    await page.locator('.race-room').waitFor();
    expect(await page.getByRole('radio', { name: 'Saddle' }).isChecked()).toBe(true);
    expect(await page.getByRole('spinbutton', { name: 'Steps' }).inputValue()).toBe('20');
  });

  test('can be used by keyboard alone', async () => {
    const page = await visit.open();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement!.textContent!);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('A network learns the plane');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Underfitting');
    for (let i = 0; i < 5; i++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('Train');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>('.plane-room')!.dataset['epoch']) > 3);
    await page.keyboard.press(' ');
    await page.waitForSelector('[data-room=plane][data-state=paused]');
    const url = page.url();
    await page.getByRole('radio', { name: 'Moons' }).focus();
    await page.keyboard.press('ArrowRight');
    const circles = `${url.split('#')[0]}#plane?data=circles`;
    await page.waitForFunction((address) => location.href === address, circles);
    expect(page.url()).toBe(circles);
  });

  test('works without a network once it was loaded', async () => {
    const page = await visit.open();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.context().setOffline(true);
    await page.reload();
    await page.waitForSelector('html[data-interactive]');
    await page.getByRole('button', { name: 'Underfitting' }).click();
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>('.plane-room')!.dataset['epoch']) > 3);
    await page.getByRole('link', { name: 'Optimizer race' }).click();
    await page.waitForSelector('[data-room=race][data-state=running]');
  });

  timed('is interactive within a second, and ready to train soon after (timed, on request)', async () => {
    const interactive: number[] = [];
    const ready: number[] = [];
    for (let i = 0; i < 3; i++) {
      const page = await visit.open();
      await page.waitForSelector('html[data-ready]');
      const times = await page.evaluate(() => ({ ...document.documentElement.dataset }));
      interactive.push(Number(times['interactive']));
      ready.push(Number(times['ready']));
      await page.context().close();
    }
    // Other processes may hold the machine: the best of three.
    expect(Math.min(...interactive)).toBeLessThan(1000);
    expect(Math.min(...ready)).toBeLessThan(2000);
  });

  test('loads at most 250 KB besides the .wasm, all rooms included', async () => {
    const names = new Set<string>();
    const folder = join(process.cwd(), 'dist/page');
    // What the page asks for until all rooms were seen. (What the service worker fetches ahead is no request of the page.)
    const page = await visit.open();
    page.on('request', (request) => names.add(new URL(request.url()).pathname.slice(1) || 'index.html'));
    await page.reload();
    for (const room of ['race', 'images']) {
      await page.evaluate((hash) => (location.hash = hash), room);
      await page.locator(`.${room === 'race' ? 'race' : 'image'}-room`).waitFor();
    }
    const code = [...names].filter((name) => /\.(js|css|html)$/.test(name));
    expect(code.some((name) => name.includes('worker-'))).toBe(true);
    expect(code.length).toBeGreaterThanOrEqual(5);
    const bytes = code.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
    expect(bytes).toBeLessThan(250_000);
  });

  test('refers to its files by relative addresses', () => {
    const page = readFileSync(join(process.cwd(), 'dist/page/index.html'), 'utf8');
    const addresses = [...page.matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)].map(([, address]) => address!);
    expect(addresses.length).toBeGreaterThan(1);
    expect(addresses.filter((address) => !address.startsWith('./'))).toEqual([]);
  });

  const hashes = ['#plane?data=spiral&layers=16-16-16', ...(dataFolder === undefined ? [] : ['#images'])];
  test.each(hashes)('leaves the page free for frames of less than 50 ms while it trains: %s', async (hash) => {
    const page = await visit.open(hash);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.waitForSelector('[data-state=running]');
    await page.waitForFunction(
      () => document.querySelector('.room:not([hidden]) [data-figure=trainLoss]')!.textContent !== '–',
    );
    await page.waitForTimeout(500);
    const [busiest, tasks] = await busiestTask(page, 3000);
    // It was drawing all the time.
    expect(tasks).toBeGreaterThan(60);
    expect(busiest).toBeLessThan(50);
  });

  timed.each(hashes)('has no frame over 50 ms while it trains (timed, on request): %s', async (hash) => {
    let longFrames: readonly number[] = [];
    // Another process may take the processor from the page: one undisturbed training of three has to be seen.
    for (let attempt = 0; attempt < 3; attempt++) {
      const page = await visit.open(hash);
      await page.getByRole('button', { name: 'Train', exact: true }).click();
      await page.waitForSelector('[data-state=running]');
      await page.waitForFunction(
        () => document.querySelector('.room:not([hidden]) [data-figure=trainLoss]')!.textContent !== '–',
      );
      await page.waitForTimeout(500);
      await countLongFrames(page);
      await page.waitForTimeout(3000);
      const counted = await page.evaluate(() => {
        const { longFrames: long, frames } = globalThis as unknown as { longFrames: number[]; frames: number };
        return { longFrames: long, frames };
      });
      expect(counted.frames).toBeGreaterThan(45);
      longFrames = counted.longFrames;
      await page.context().close();
      if (longFrames.length === 0) break;
    }
    expect(longFrames).toEqual([]);
  });
});
