import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadMnist } from '@sixstep/datasets';
import { useWasm } from '@sixstep/wasm';
import type { Page } from 'playwright-core';
import type { ImageEvaluation } from '../src/images/image-report.js';
import { ImageSession } from '../src/images/image-session.js';
import { imageSchema } from '../src/images/image-setup.js';
import type { PlaneReport } from '../src/plane/plane-report.js';
import { PlaneSession } from '../src/plane/plane-session.js';
import { planeSchema } from '../src/plane/plane-setup.js';
import { readAddress, setupOf } from '../src/state/address.js';
import { dataFolder } from './support/data-folder.js';
import { describeInBrowser } from './support/visit.js';

const sha256Of = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.waitForSelector('.room:not([hidden])[data-state=done]');
  return (await page.locator('.room:not([hidden]) .hash').innerText()).split(': ')[1]!;
};

describeInBrowser('the same seed gives the same bits in Node and in Chromium', (visit) => {
  beforeAll(() => useWasm());

  // 160 points in batches of 16: ten steps an epoch, 200 in all.
  test.each([
    '#plane?samples=160&epochs=20',
    '#plane?data=spiral&samples=160&epochs=20&seed=7&activation=gelu&optimizer=nadam&schedule=cosineDecay&l1=0.001&l2=0.001&dropout=0.2',
    '#plane?data=iris&samples=70&batchSize=8&epochs=20&seed=3&activation=sigmoid&optimizer=rmsprop&schedule=exponentialDecay',
  ])('after a training in the plane: %s', async (hash) => {
    let last: PlaneReport | undefined;
    const session = new PlaneSession(1, setupOf(planeSchema, readAddress(hash)), (report) => (last = report));
    session.gate.open();
    await session.train();
    expect(last!.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(last!.steps).toBeGreaterThanOrEqual(180);
    expect(await sha256Of(await visit.open(hash))).toBe(last!.sha256);
  });

  (dataFolder === undefined ? describe.skip : describe)('on the real digits', () => {
    // 6,400 images in batches of 32: 200 steps.
    test.each(['mlp', 'cnn'])('after 200 steps of the %s', async (model) => {
      const hash = `#images?samples=6400&epochs=1&model=${model}`;
      process.env['SIXSTEP_DATA_DIR'] = dataFolder;
      let last: ImageEvaluation | undefined;
      const session = new ImageSession(1, setupOf(imageSchema, readAddress(hash)), await loadMnist(), {
        report: () => undefined,
        evaluation: (evaluation) => (last = evaluation),
      });
      await session.train();
      session.dispose();
      expect(last!.step).toBe(200);
      expect(await sha256Of(await visit.open(hash))).toBe(last!.sha256);
    });
  });
});
