import type { LoadedImages } from '@sixstep/datasets';
import type { Callback, Sequential } from '@sixstep/model';
import { sha256 } from '../worker/sha256.js';
import { evaluateImages } from './evaluate-images.js';
import { first } from './image-data.js';
import { imageModel } from './image-model.js';
import type { ImageEvaluation, ImageReport } from './image-report.js';
import type { ImageSetup } from './image-setup.js';

/** Milliseconds from one report to the next, at least. */
const PAUSE = 100;

/** Who is told of a training. */
export interface ImageListener {
  report(report: ImageReport): void;
  evaluation(evaluation: ImageEvaluation): void;
}

/** One training on images. */
export class ImageSession {
  readonly model: Sequential;
  private readonly run: number;
  private readonly setup: ImageSetup;
  private readonly data: LoadedImages;
  private readonly listener: ImageListener;
  private readonly controller: AbortController = new AbortController();

  constructor(run: number, setup: ImageSetup, data: LoadedImages, listener: ImageListener) {
    this.run = run;
    this.setup = setup;
    this.data = data;
    this.listener = listener;
    this.model = imageModel(setup);
  }

  /** Trains to the end, or to `stop`; the model stays. */
  async train(): Promise<void> {
    const { batchSize, epochs, samples, seed } = this.setup;
    const { signal } = this.controller;
    const { x, y } = first(this.data.train, samples);
    try {
      await this.model.fit(x, y, { batchSize, epochs, seed, signal, callbacks: [this.watcher()] });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  private watcher(): Callback {
    const { epochs } = this.setup;
    const { run, listener } = this;
    let started = 0;
    let last = { time: 0, batches: 0, loss: 0, accuracy: 0 };
    return {
      onEpochBegin: () => {
        started = performance.now();
        last = { time: last.time, batches: 0, loss: 0, accuracy: 0 };
      },
      onTrainBatchEnd: (batch, logs, { steps, optimizer }) => {
        const time = performance.now();
        if (time - last.time < PAUSE && batch + 1 < steps) return;
        // The logs are means over the epoch so far; the page gets those of the steps since it last heard.
        const batches = batch + 1;
        const loss = batches * logs['loss']!;
        const accuracy = batches * logs['sparseCategoricalAccuracy']!;
        const fresh = batches - last.batches;
        listener.report({
          run,
          step: optimizer.iterations,
          stepsPerEpoch: steps,
          loss: (loss - last.loss) / fresh,
          accuracy: Math.min(1, Math.max(0, (accuracy - last.accuracy) / fresh)),
        });
        last = { time, batches, loss, accuracy };
      },
      onEpochEnd: async (epoch, _logs, { optimizer }) => {
        const seconds = (performance.now() - started) / 1000;
        const found = await evaluateImages(this.model, this.data.test, this.controller.signal);
        const done = epoch + 1 === epochs;
        const weights = this.model.weights.map((weight) => weight.dataSync() as Float32Array);
        const hash = done ? await sha256(weights) : undefined;
        listener.evaluation({
          run,
          epoch: epoch + 1,
          step: optimizer.iterations,
          seconds,
          ...found,
          done,
          sha256: hash,
        });
      },
    };
  }

  /** Ten probabilities for an image of 28x28 numbers from 0 to 1. */
  predict(pixels: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
    const output = this.model.predictOnBatch({ data: pixels, shape: [1, 28, 28] });
    const probabilities = Float32Array.from(output.dataSync());
    output.dispose();
    return probabilities;
  }

  stop(): void {
    this.controller.abort();
  }

  dispose(): void {
    this.stop();
    this.model.dispose();
  }
}
