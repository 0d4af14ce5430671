import type { LoadedImages } from '@sixstep/datasets';
import { Generator } from '@sixstep/random';
import { fetchImages } from '../images/image-data.js';
import { ImageSession } from '../images/image-session.js';
import type { ImageDataName, ImageSetup } from '../images/image-setup.js';
import { readImageFiles } from '../images/read-image-files.js';
import { saveModel, type SavedFormat } from '../images/save-model.js';
import type { Reply } from './protocol.js';

const PIXELS = 28 * 28;
const PREVIEW = 40;

/** Serves the requests of the images' room: one data set and one training at a time. */
export class ImageDesk {
  private readonly reply: (reply: Reply) => void;
  private readonly random: Generator = new Generator(2);
  private data: LoadedImages | undefined;
  private session: ImageSession | undefined;

  constructor(reply: (reply: Reply) => void) {
    this.reply = reply;
  }

  async fetch(name: ImageDataName, page: string): Promise<void> {
    const files = new Map<string, number>();
    let told = 0;
    const images = await fetchImages(name, page, ({ file, loaded }) => {
      files.set(file, loaded);
      if (performance.now() - told < 100) return;
      told = performance.now();
      this.reply({ type: 'images.progress', loaded: [...files.values()].reduce((sum, bytes) => sum + bytes, 0) });
    });
    this.take(name, images);
  }

  async files(name: ImageDataName, files: readonly File[]): Promise<void> {
    this.take(name, await readImageFiles(files));
  }

  private take(data: ImageDataName, images: LoadedImages): void {
    this.session?.dispose();
    this.session = undefined;
    this.data = images;
    const preview = images.test.x.data.slice(0, PREVIEW * PIXELS);
    const { train, test } = images;
    this.reply({ type: 'images.loaded', data, train: train.y.data.length, test: test.y.data.length, preview });
  }

  async train(run: number, setup: ImageSetup): Promise<void> {
    if (this.data === undefined) throw new Error('Expected images to train on. Load a data set first.');
    this.session?.dispose();
    const session = new ImageSession(run, setup, this.data, {
      report: (report) => this.reply({ type: 'images.report', report }),
      evaluation: (evaluation) => this.reply({ type: 'images.evaluation', evaluation }),
    });
    this.session = session;
    await session.train();
    this.reply({ type: 'images.stopped', run });
  }

  stop(): void {
    this.session?.stop();
  }

  predict(pixels: Float32Array<ArrayBuffer>): void {
    if (this.session === undefined) return;
    this.reply({ type: 'images.probabilities', probabilities: this.session.predict(pixels) });
  }

  /** Any image of the test part, and what the network says to it. */
  sample(): void {
    if (this.data === undefined || this.session === undefined) return;
    const { x, y } = this.data.test;
    const index = this.random.integer(y.data.length);
    const pixels = x.data.slice(index * PIXELS, (index + 1) * PIXELS);
    const probabilities = this.session.predict(Float32Array.from(pixels, (byte) => byte / 255));
    const probability = Math.max(...probabilities);
    const guess = probabilities.indexOf(probability);
    this.reply({ type: 'images.sample', sample: { pixels, truth: y.data[index]!, guess, probability } });
    this.reply({ type: 'images.probabilities', probabilities });
  }

  /** The model as a file. */
  async save(format: SavedFormat): Promise<void> {
    if (this.session === undefined) return;
    this.reply({ type: 'images.file', format, bytes: await saveModel(this.session.model, format) });
  }
}
