import { type AnyLayer, pathUnderWay, watchCalls } from '@sixstep/layers';
import type { Optimizer } from '@sixstep/optimizers';
import { formatShape } from '@sixstep/parts';
import { engine, memory, type Tensor } from '@tensorflow/tfjs-core';
import type { LeakWatch } from './leak-watch.js';
import { optimizerValues } from './optimizer-values.js';

/** What is watched: a model that has an optimizer. */
type Trained = AnyLayer & { readonly optimizer: Optimizer };

/**
 * Compares the number of tensors before and after every step and every callback: what `leakCheck` of `fit` does.
 *
 * What is kept for good, such as the state of a stateful layer, is made when it is first needed: the first growth in
 * steps, and of each callback, is let pass, the second one is an error.
 */
class LeakCheck implements LeakWatch {
  readonly #grown = new Set<string>();
  /** Tensors that outlived the step in which they were made, and the layer that made them. */
  readonly #kept = new Map<Tensor, string>();
  readonly #model: Trained;

  constructor(model: Trained) {
    this.#model = model;
  }

  /**
   * Runs a step.
   *
   * @throws Error that says where the tensors were made, if there are more than before, for the second time
   */
  step(kind: string, where: string, f: () => void): void {
    const before = memory().numTensors;
    const made = tensorsMade(this.#model, f);
    this.#judge(kind, `${kind} of ${where}`, before, this.#madeBy(made));
  }

  /** Runs a callback. @throws Error as `step` does */
  async callback(name: string, where: string, f: () => void | Promise<void>): Promise<void> {
    const before = memory().numTensors;
    await f();
    this.#judge(name, `${name} in ${where}`, before, '');
  }

  #judge(place: string, where: string, before: number, by: string): void {
    const growth = memory().numTensors - before;
    if (growth <= 0) return;
    if (this.#grown.has(place)) {
      throw new Error(
        `fit: leakCheck: expected ${where} to leave ${before} tensors, as it found them, received ${growth} more${by}. ` +
          'Dispose them, or make them in a tidy without keep.',
      );
    }
    this.#grown.add(place);
  }

  /** Says which layers have more tensors than before the step. */
  #madeBy(made: ReadonlyMap<Tensor, string>): string {
    const owned = new Set<unknown>([...this.#model.weights, ...optimizerValues(this.#model.optimizer)]);
    const growth = new Map<string, Tensor[]>();
    let gone = [...this.#kept].filter(([tensor]) => tensor.isDisposed);
    for (const [tensor] of gone) this.#kept.delete(tensor);
    for (const [tensor, path] of made) {
      if (tensor.isDisposed || owned.has(tensor)) continue;
      this.#kept.set(tensor, path);
      // What takes the place of another tensor is no growth.
      const replaced = gone.find(([, other]) => other === path);
      if (replaced === undefined) growth.set(path, [...(growth.get(path) ?? []), tensor]);
      else gone = gone.filter((item) => item !== replaced);
    }
    const places = [...growth].map(([path, tensors]) => {
      const shapes = tensors.map(({ shape }) => formatShape(shape)).join(', ');
      return `${shapes} made ${path === '' ? 'outside of the layers' : `in ${path}`}`;
    });
    return places.length === 0 ? '' : ` (${places.join('; ')})`;
  }
}

/** The leak check of a training of `model`. */
export function leakCheckOf(model: Trained): LeakWatch {
  return new LeakCheck(model);
}

/** Runs `f` and says which tensors were made meanwhile, and in which layer. */
function tensorsMade(model: Trained, f: () => void): Map<Tensor, string> {
  const made = new Map<Tensor, string>();
  const tracker = engine();
  const { trackTensor } = tracker;
  tracker.trackTensor = (tensor, backend) => {
    trackTensor.call(tracker, tensor, backend);
    made.set(tensor, pathUnderWay());
  };
  try {
    watchCalls(model, f);
  } finally {
    tracker.trackTensor = trackTensor;
  }
  return made;
}
