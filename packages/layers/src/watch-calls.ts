import type { Tensor } from '@tensorflow/tfjs-core';
import type { AnyLayer } from './layer.js';

/** Told of what a layer gave: its path below the model (`''` for the model), and its outputs. */
export type OutputWatcher = (path: string, outputs: readonly Tensor[]) => void;

interface Watch {
  readonly model: AnyLayer;
  readonly stack: AnyLayer[];
  readonly onOutput: OutputWatcher | undefined;
}

let current: Watch | undefined;

/** Runs `f` while the calls of the layers of `model` are watched, to find out which one did what: see `pathUnderWay`. */
export function watchCalls<T>(model: AnyLayer, f: () => T, onOutput?: OutputWatcher): T {
  const outer = current;
  current = { model, stack: [], onOutput };
  try {
    return f();
  } finally {
    current = outer;
  }
}

/** The path below the model of the layer that is being called; `''` outside of its layers. */
export function pathUnderWay(): string {
  if (current === undefined) return '';
  const { model, stack } = current;
  return stack.flatMap((layer) => (layer === model ? [] : [layer.name])).join('/');
}

/** Notes that the call of a layer begins. */
export function enterCall(layer: AnyLayer): void {
  current?.stack.push(layer);
}

/** Notes that the call under way has ended, and with what. */
export function leaveCall(outputs: readonly Tensor[]): void {
  if (current === undefined) return;
  current.onOutput?.(pathUnderWay(), outputs);
  current.stack.pop();
}
