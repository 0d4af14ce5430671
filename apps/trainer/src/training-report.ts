import type { AnyModel, History } from '@sixstep/model';
import { weightsSha256 } from './weights-sha256.js';

/** What every trainer writes for `--json FILE`. */
export interface TrainingReport {
  readonly parameters: number;
  /** Epochs that were run. */
  readonly epochs: number;
  /** Seconds that the training took, validation included. */
  readonly seconds: number;
  readonly history: Readonly<Record<string, readonly number[]>>;
  /** The last figures; null for one that was never computed. */
  readonly final: {
    readonly loss: number | null;
    readonly accuracy: number | null;
    readonly valLoss: number | null;
    readonly valAccuracy: number | null;
  };
  /** SHA-256 of the weights' bytes (float32, little endian) in Keras' order. */
  readonly weightsSha256: string;
}

/** The report of a training. */
export function trainingReport(model: AnyModel, { epoch, history }: History, seconds: number): TrainingReport {
  const last = (...names: readonly string[]): number | null => {
    for (const name of names) {
      const value = history[name]?.at(-1);
      if (value !== undefined) return value;
    }
    return null;
  };
  return {
    parameters: model.countParams(),
    epochs: epoch.length,
    seconds,
    history,
    final: {
      loss: last('loss'),
      accuracy: last('sparseCategoricalAccuracy', 'accuracy'),
      valLoss: last('valLoss'),
      valAccuracy: last('valSparseCategoricalAccuracy', 'valAccuracy'),
    },
    weightsSha256: weightsSha256(model),
  };
}
