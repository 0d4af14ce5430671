import { describe, expect, test } from '@jest/globals';
import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { toIdx } from '@sixstep/datasets';
import { readKeras, readSafetensors } from '@sixstep/formats';
import { useWasm } from '@sixstep/wasm';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Page } from 'playwright-core';
import { sha256 } from '../src/worker/sha256.js';
import { dataFolder } from './support/data-folder.js';
import { describeInBrowser, figure } from './support/visit.js';

const trained = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.waitForSelector('[data-room=images][data-state=done]');
};

/** Draws lines through points, given as parts of the pad's side. */
async function draw(page: Page, points: readonly (readonly [number, number])[]): Promise<void> {
  const pad = page.locator('canvas.pad');
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await pad.boundingBox())!;
  const [first, ...others] = points.map(([across, down]) => [x + across * width, y + down * height] as const);
  await page.mouse.move(...first!);
  await page.mouse.down();
  for (const point of others) await page.mouse.move(...point, { steps: 8 });
  await page.mouse.up();
}

describeInBrowser('the room of the images', (visit) => {
  (dataFolder === undefined ? describe.skip : describe)('with the real data', () => {
    test('learns digits, and recognizes a one and a seven that are drawn', async () => {
      const page = await visit.open('#images?epochs=2');
      await trained(page);
      expect(await figure(page, 'testAccuracy')).toBeGreaterThan(95.5);
      const diagonal = await page.locator('.confusion .right').allInnerTexts();
      expect(diagonal.map(Number).reduce((sum, count) => sum + count)).toBeGreaterThan(9550);
      expect(await page.locator('.mistakes li').count()).toBe(12);

      const best = page.locator('.probabilities');
      await draw(page, [
        [0.5, 0.15],
        [0.5, 0.85],
      ]);
      await page.waitForSelector('.probabilities[data-best="1"]');
      await page.getByRole('button', { name: 'Clear' }).click();
      await page.waitForSelector('.probabilities[data-best="-1"]');
      await draw(page, [
        [0.25, 0.2],
        [0.75, 0.2],
        [0.45, 0.85],
      ]);
      await page.waitForSelector('.probabilities[data-best="7"]');
      expect(await best.innerText()).toMatch(/7\s+\d/);
    });

    test('saves the model, to the bit, for Keras and as safetensors', async () => {
      const page = await visit.open('#images?samples=2000&epochs=1&model=cnn');
      await trained(page);
      const hash = (await page.locator('.image-room .hash').innerText()).split(': ')[1];
      const save = async (format: string): Promise<Uint8Array> => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: `.${format}` }).click(),
        ]);
        expect(download.suggestedFilename()).toBe(`mnist.${format}`);
        return readFile(await download.path());
      };
      expect(readSafetensors(await save('safetensors')).tensors.size).toBe(8);
      await useWasm();
      const model = await readKeras(await save('keras'));
      const bytes = model.weights.map((weight: Tensor) => weight.dataSync() as Float32Array);
      expect(await sha256(bytes)).toBe(hash);
    });

    test('draws by keyboard', async () => {
      const page = await visit.open('#images?samples=20000&epochs=1');
      await trained(page);
      await page.locator('canvas.pad').focus();
      for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowUp');
      await page.keyboard.press(' ');
      for (let i = 0; i < 18; i++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press(' ');
      await page.waitForSelector('.probabilities[data-best="1"]');
    });

    test('learns clothes from files that are chosen, and shows any test image', async () => {
      const page = await visit.open('#images?data=fashion-mnist&samples=20000&epochs=2');
      const parts = ['train-images-idx3', 'train-labels-idx1', 't10k-images-idx3', 't10k-labels-idx1'];
      await page.setInputFiles(
        '#image-files',
        parts.map((part) => `${dataFolder}/fashion-mnist/${part}-ubyte.gz`),
      );
      await page.waitForSelector('[role=status][data-state=loaded]');
      await trained(page);
      expect(await figure(page, 'testAccuracy')).toBeGreaterThan(80);
      await page.getByRole('button', { name: 'Any test image' }).click();
      await page.waitForFunction(() =>
        document.querySelector('.image-room .verdict')!.textContent.startsWith('This is: '),
      );
    });

    test('can be stopped, and trained again', async () => {
      const page = await visit.open('#images?epochs=30');
      await page.getByRole('button', { name: 'Train', exact: true }).click();
      await page.waitForFunction(() => document.querySelector('[data-figure=trainLoss]')!.textContent !== '–');
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.waitForSelector('[data-room=images][data-state=paused]');
      await page.getByLabel('Epochs').fill('1');
      await page.getByLabel('Epochs').press('Enter');
      await trained(page);
      expect(await figure(page, 'testAccuracy')).toBeGreaterThan(90);
    });
  });

  const images = (n: number, side = 28) => toIdx({ data: new Uint8Array(n * side * side), shape: [n, side, side] });
  const labels = (n: number, label = 1) => toIdx({ data: new Uint8Array(n).fill(label), shape: [n] });
  test.each([
    ['no data at all', [['holiday.jpg', Buffer.from('not an image of digits')]], 'holiday.jpg: expected an IDX file'],
    ['broken gzip', [['a.gz', Buffer.of(0x1f, 0x8b, 8, 0, 1, 2, 3)]], 'a.gz: expected an IDX file'],
    [
      'too few',
      [
        ['x', images(3)],
        ['y', labels(3)],
      ],
      'Expected four files, two of images and two of labels, received 1 of images and 1 of labels.',
    ],
    [
      'other images',
      [
        ['big', images(2, 32)],
        ['y', labels(2)],
      ],
      'big: expected images of 28 × 28 or labels, received an array of 2 × 32 × 32.',
    ],
    [
      'labels of other images',
      [
        ['x', images(3)],
        ['y', labels(4)],
        ['v', images(2)],
        ['w', labels(2)],
      ],
      'y: expected as many labels as x has images, 3, received 4.',
    ],
    [
      'unknown labels',
      [
        ['x', images(3)],
        ['y', labels(3, 17)],
        ['v', images(2)],
        ['w', labels(2)],
      ],
      'y: expected labels from 0 to 9, received 17.',
    ],
  ] as [string, [string, Uint8Array][], string][])(
    'says what is wrong with files: %s',
    async (_name, files, message) => {
      const page = await visit.open('#images');
      await page.setInputFiles(
        '#image-files',
        files.map(([name, bytes]) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })),
      );
      await page.waitForSelector('[role=alert]:not([hidden])');
      expect(await page.getByRole('alert').innerText()).toContain(message);
      await page.getByRole('button', { name: 'Close the message' }).click();
      expect(await page.locator('.message').isHidden()).toBe(true);
    },
  );

  test('trains on files of another data set that are dropped', async () => {
    const page = await visit.open('#images?samples=1000&epochs=2&learningRate=0.01');
    // Bright images are of class 1, dark ones of class 0.
    await page.evaluate(() => {
      const idx = (shape: number[], of: (i: number) => number): Uint8Array<ArrayBuffer> => {
        const size = shape.reduce((product, n) => product * n, 1);
        const bytes = new Uint8Array(4 + 4 * shape.length + size);
        bytes.set([0, 0, 8, shape.length]);
        shape.forEach((n, i) => new DataView(bytes.buffer).setUint32(4 + 4 * i, n));
        for (let i = 0; i < size; i++) bytes[4 + 4 * shape.length + i] = of(i);
        return bytes;
      };
      const transfer = new DataTransfer();
      for (const [name, n] of [
        ['train', 1000],
        ['test', 200],
      ] as const) {
        transfer.items.add(new File([idx([n, 28, 28], (i) => 200 * (Math.floor(i / 784) % 2))], `${name}-images`));
        transfer.items.add(new File([idx([n], (i) => i % 2)], `${name}-labels`));
      }
      document
        .querySelector('.drop')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    await page.waitForSelector('[role=status][data-state=loaded]');
    expect(await page.locator('[role=status]').innerText()).toBe('1000 images to train on, 200 to test on');
    await trained(page);
    expect(await figure(page, 'testAccuracy')).toBe(100);
  });
});
