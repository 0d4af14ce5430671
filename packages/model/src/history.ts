import type { Logs } from './logs.js';

/** What `fit` returns: the figures of every epoch. */
export interface History {
  /** The epochs that were run, counted from 0. */
  readonly epoch: readonly number[];
  /** By name (`loss`, `valLoss`, `accuracy`, ...): one number an epoch; with `validationFreq`, one a validation. */
  readonly history: Readonly<Record<string, readonly number[]>>;
}

/** A history that grows. */
export class HistoryRecorder implements History {
  readonly epoch: number[] = [];
  readonly history: Record<string, number[]> = {};

  /** Takes over what an interrupted training had recorded. */
  restore({ epoch, history }: History): void {
    this.epoch.push(...epoch);
    for (const [name, values] of Object.entries(history)) this.history[name] = [...values];
  }

  add(epoch: number, logs: Logs): void {
    this.epoch.push(epoch);
    for (const [name, value] of Object.entries(logs)) (this.history[name] ??= []).push(value);
  }
}
