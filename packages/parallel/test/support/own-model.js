import { dense, dropout, input, Layer } from '@sixstep/layers';
import { Model, sequential } from '@sixstep/model';
import { createMetric } from '@sixstep/metrics';
import { memory, mean, mul, square, sub } from '@tensorflow/tfjs-core';

/** What befalls the worker at a call in training: a function by name. */
const faults = {
  throw() {
    throw new Error('the layer is out of order.');
  },
  exit() {
    process.exit(7);
  },
  memory() {
    const all = [];
    for (;;) all.push(new Array(1e5).fill(all.length));
  },
};

/** A layer of the user's own, which fails at the call `at` (from 1 on) if told so. */
class Scale extends Layer {
  /** @param {{ fault?: keyof typeof faults, at?: number }} options */
  constructor({ fault, at } = {}) {
    super();
    this.fault = fault;
    this.left = at;
  }

  build() {
    this.factor = this.addWeight({ name: 'factor', shape: [1] });
  }

  call(x, { training }) {
    if (training && this.fault !== undefined && --this.left === 0) faults[this.fault]();
    return mul(x, this.factor);
  }
}

/** How many tensors there were after each batch, added up. */
const tensors = () =>
  createMetric({
    className: 'Tensors',
    name: 'tensors',
    start: () => ({ total: 0 }),
    update: (state) => (state.total += memory().numTensors),
    result: ({ total }) => total,
  });

/**
 * A model with parts of the user's own: a layer, a loss, a metric.
 *
 * @param {{ fault?: keyof typeof faults, at?: number }} [options]
 */
export function makeModel(options) {
  const model = sequential([
    input({ shape: [3] }),
    dense({ units: 4 }),
    dropout({ rate: 0.2 }),
    new Scale(options),
    dense({ units: 1 }),
  ]);
  model.compile({ optimizer: 'adam', loss: (yTrue, yPred) => mean(square(sub(yTrue, yPred))), metrics: [tensors()] });
  return model;
}

/** A model with a train step of the user's own. */
class Line extends Model {
  d1 = dense({ units: 1 });
  times = 1;

  call(x) {
    return this.d1.apply(x);
  }

  trainStep(batch) {
    for (let i = 0; i < this.times; i++) {
      this.optimize(() => {
        const yPred = this.apply(batch.x);
        const loss = mul(this.computeLoss(batch, yPred), 10);
        this.updateMetrics(batch, yPred, loss);
        return loss;
      });
    }
    return this.logs();
  }
}

/** @param {number} [times] how often `trainStep` optimizes */
export function makeLine(times = 1) {
  const model = new Line();
  model.times = times;
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  return model;
}
