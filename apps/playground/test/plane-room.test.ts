import { expect, test } from '@jest/globals';
import { describeInBrowser, figure } from './support/visit.js';

describeInBrowser('the room of the plane', (visit) => {
  test.each([
    ['moons', '#plane', 97],
    ['circles', '#plane?data=circles', 95],
    ['xor', '#plane?data=xor', 95],
    ['spiral', '#plane?data=spiral&noise=0.1&samples=400&layers=12-12', 93],
    ['iris petals', '#plane?data=iris&noise=0', 93],
  ])('learns %s', async (_name, hash, percent) => {
    const page = await visit.open(hash);
    await page.getByRole('radio', { name: 'full' }).check();
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.waitForSelector('[data-room=plane][data-state=done]');
    expect(await figure(page, 'testAccuracy')).toBeGreaterThan(percent);
    expect(await figure(page, 'trainLoss')).toBeLessThan(0.3);
  });

  test('shows underfitting, and overfitting and what helps against it', async () => {
    const page = await visit.open();
    await page.getByRole('radio', { name: 'full' }).check();
    const gaps: number[] = [];
    const opinions: string[] = [];
    for (const name of ['Underfitting', 'Overfitting', 'The same with L2 and dropout']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.waitForSelector('[data-room=plane]:not([data-state=done])');
      await page.waitForSelector('[data-room=plane][data-state=done]');
      gaps.push((await figure(page, 'testLoss')) - (await figure(page, 'trainLoss')));
      opinions.push(await page.locator('.verdict').first().innerText());
    }
    expect(opinions[0]).toContain('Underfitting');
    expect(opinions[1]).toContain('Overfitting');
    expect(opinions[2]).toContain('A good fit');
    expect(gaps[1]).toBeGreaterThan(1);
    expect(gaps[2]).toBeLessThan(0.3);
  });

  test('stands still until it is told to train, goes on epoch by epoch, and can pause', async () => {
    const page = await visit.open();
    const room = page.locator('[data-room=plane]');
    await page.waitForSelector('[data-room=plane][data-epoch="0"]');
    await page.getByRole('button', { name: 'One epoch' }).click();
    await page.waitForSelector('[data-room=plane][data-epoch="1"]');
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>('.plane-room')!.dataset['epoch']) > 5);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.waitForTimeout(300);
    const paused = await room.getAttribute('data-epoch');
    await page.waitForTimeout(300);
    expect(await room.getAttribute('data-epoch')).toBe(paused);
  });

  test('draws the regions in the colors of the classes', async () => {
    const page = await visit.open('#plane?data=moons');
    await page.getByRole('radio', { name: 'full' }).check();
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.waitForSelector('[data-room=plane][data-state=done]');
    await page.waitForTimeout(200);
    const [top, bottom] = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas.plane')!;
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
      const pixel = (x: number, y: number): number[] => {
        const at = 4 * (Math.round(y * height) * width + Math.round(x * width));
        return [...data.subarray(at, at + 3)];
      };
      return [pixel(0.3, 0.05), pixel(0.6, 0.95)];
    });
    // Above the upper moon it is blue, below the lower one orange.
    expect(top![2]! - top![0]!).toBeGreaterThan(40);
    expect(bottom![0]! - bottom![2]!).toBeGreaterThan(40);
  });

  test('is set up by its address, and writes its set-up there', async () => {
    const page = await visit.open('#plane?data=xor&layers=3&optimizer=sgdm&learningRate=0.1&epochs=40');
    await page.waitForSelector('[data-room=plane][data-epoch="0"]');
    expect(await page.getByLabel('Optimizer').inputValue()).toBe('sgdm');
    expect(await page.getByLabel('Units of layer 1').inputValue()).toBe('3');
    await page.getByRole('button', { name: 'Add a layer' }).click();
    await page.getByLabel('Activation').selectOption('relu');
    expect(await page.evaluate(() => location.hash)).toBe(
      '#plane?data=xor&layers=3-3&activation=relu&optimizer=sgdm&learningRate=0.1&epochs=40',
    );
  });
});
