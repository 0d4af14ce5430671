import { expect, test } from '@jest/globals';
import { describeInBrowser } from './support/visit.js';

describeInBrowser('the room of the race', (visit) => {
  test('lets all eight run down the ravine, and says when they arrive', async () => {
    const page = await visit.open('#race');
    await page.waitForSelector('[data-room=race][data-state=done]');
    const rows = await page.locator('tbody tr').allInnerTexts();
    expect(rows).toHaveLength(8);
    expect(rows.filter((row) => row.includes('step '))).toHaveLength(8);
    expect(await page.locator('[data-runner=adam] td').nth(1).innerText()).toMatch(/e-/);
  });

  test.each([
    ['saddle', 8],
    ['rosenbrock', 0],
  ])('runs on the %s', async (surface, arrived) => {
    const page = await visit.open(`#race?surface=${surface}`, { reducedMotion: 'reduce' });
    await page.waitForSelector('[data-room=race][data-state=done]');
    const rows = await page.locator('tbody tr').allInnerTexts();
    expect(rows.filter((row) => row.includes('step ')).length).toBeGreaterThanOrEqual(arrived);
    expect(rows.join()).not.toContain('diverged');
  });

  test('says who diverges when the learning rates are too large', async () => {
    const page = await visit.open('#race?pace=3', { reducedMotion: 'reduce' });
    await page.waitForSelector('[data-room=race][data-state=done]');
    expect(await page.locator('[data-runner=sgd]').innerText()).toContain('diverged');
  });

  test('starts where the map is clicked, or where the arrow keys lead', async () => {
    const page = await visit.open('#race', { reducedMotion: 'reduce' });
    const map = page.locator('canvas.map');
    const { width, height } = (await map.boundingBox())!;
    await map.click({ position: { x: width / 2, y: height / 4 } });
    await page.waitForSelector('[data-room=race][data-state=done]');
    expect(Number(await page.getByLabel('Start x').inputValue())).toBeCloseTo(-1.5, 1);
    expect(Number(await page.getByLabel('Start y').inputValue())).toBeCloseTo(1.5, 1);
    const before = Number(await page.getByLabel('Start x').inputValue());
    await map.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    // Two steps of a fiftieth of the map, which is 9 wide.
    expect(Number(await page.getByLabel('Start x').inputValue())).toBeCloseTo(before + 0.36, 2);
    expect(await page.evaluate(() => location.hash)).toContain(`x=${(before + 0.36).toFixed(2).replace(/0+$/, '')}`);
  });

  test('lets the user move through the race, and leave runners out', async () => {
    const page = await visit.open('#race', { reducedMotion: 'reduce' });
    await page.waitForSelector('[data-room=race][data-state=done]');
    await page.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await page.waitForSelector('[data-room=race][data-step="0"]');
    // f(-5, -2) = 0.1 * 25 + 2 * 4 = 10.5
    expect(await page.locator('[data-runner=adam] td').nth(1).innerText()).toBe('10.500');
    await page.getByLabel('AdaGrad').uncheck();
    await page.waitForSelector('[data-room=race][data-state=done]');
    expect(await page.evaluate(() => location.hash)).toContain('runners=sgd-sgdm-nag-adadelta-rmsprop-adam-nadam');
    expect(await page.locator('[data-runner=adagrad] td').nth(1).innerText()).toBe('–');
  });
});
