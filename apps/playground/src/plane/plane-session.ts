import { type Callback, type Sequential } from '@sixstep/model';
import { Gate } from '../worker/gate.js';
import { sha256 } from '../worker/sha256.js';
import { Observer } from './observe.js';
import { planeData, type PlaneData } from './plane-data.js';
import { planeModel } from './plane-model.js';
import type { PlaneReport } from './plane-report.js';
import type { PlaneSetup } from './plane-setup.js';

/** Milliseconds from one report to the next, at least: as often as it can be seen. */
const PAUSE = 50;

/** One training in the plane; it stands still until `gate` is opened. */
export class PlaneSession {
  readonly gate: Gate = new Gate();
  readonly data: PlaneData;
  /** Milliseconds that an epoch takes at least, to be watched. */
  pace = 0;
  private readonly run: number;
  private readonly setup: PlaneSetup;
  private readonly tell: (report: PlaneReport) => void;
  private readonly controller: AbortController = new AbortController();
  private readonly model: Sequential;
  private readonly observer: Observer;
  private epoch = 0;

  /** @param tell is given what is to be seen */
  constructor(run: number, setup: PlaneSetup, tell: (report: PlaneReport) => void) {
    this.run = run;
    this.setup = setup;
    this.tell = tell;
    this.data = planeData(setup);
    const { classes, train } = this.data;
    const steps = setup.epochs * Math.ceil(train.y.data.length / setup.batchSize);
    this.model = planeModel(setup, classes, steps);
    this.observer = new Observer(this.data);
  }

  /** Trains to the end, or to `stop`. */
  async train(): Promise<void> {
    const { train } = this.data;
    const { batchSize, epochs, seed } = this.setup;
    const { signal } = this.controller;
    const stepsPerEpoch = Math.ceil(train.y.data.length / batchSize);
    let last = 0;
    let begun = 0;
    const watcher: Callback = {
      onEpochBegin: async (epoch) => {
        const wait = this.gate.wait();
        if (epoch === 0 || (wait !== undefined && epoch !== this.epoch)) this.report(epoch);
        await wait;
        begun = performance.now();
      },
      onEpochEnd: async () => {
        const left = this.pace - (performance.now() - begun);
        if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
      },
      onTrainBatchEnd: () => {
        if (performance.now() - last < PAUSE) return;
        this.report(this.model.optimizer.iterations / stepsPerEpoch);
        last = performance.now();
      },
    };
    try {
      await this.model.fit(train.x, train.y, { batchSize, epochs, seed, signal, callbacks: [watcher] });
      const weights = this.model.weights.map((weight) => weight.dataSync() as Float32Array);
      this.report(epochs, true, await sha256(weights));
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.observer.dispose();
      this.model.dispose();
    }
  }

  private report(epoch: number, done = false, hash?: string): void {
    if (this.controller.signal.aborted) return;
    this.epoch = epoch;
    const { optimizer } = this.model;
    this.tell({
      run: this.run,
      epoch,
      steps: optimizer.iterations,
      learningRate: optimizer.currentLearningRate(),
      ...this.observer.observe(this.model),
      done,
      sha256: hash,
    });
  }

  stop(): void {
    this.controller.abort();
    this.gate.open();
  }
}
