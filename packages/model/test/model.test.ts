import { describe, expect, test } from '@jest/globals';
import { ones } from '@sixstep/initializers';
import { Layer, dense } from '@sixstep/layers';
import { type Batch, type Logs, Model, sequential } from '@sixstep/model';
import { sgd } from '@sixstep/optimizers';
import { maxNorm } from '@sixstep/constraints';
import { mul, sum, tensor2d, type Scalar, type Tensor, type Variable } from '@tensorflow/tfjs-core';

const floats = (data: number[], shape: number[]) => ({ data: Float32Array.from(data), shape });

class TwoLayers extends Model {
  private readonly d1 = dense({ units: 2, useBias: false, kernelInitializer: ones() });
  private readonly d2 = dense({ units: 1, useBias: false, kernelInitializer: ones() });
  override call(x: Tensor): Tensor {
    return this.d2.apply(this.d1.apply(x));
  }
}

describe('a subclass of Model', () => {
  test('finds its layers and their weights by itself', async () => {
    const model = new TwoLayers();
    const y = await model.predict(tensor2d([[3]]));
    expect(Array.from(y.dataSync())).toEqual([6]);
    expect(model.namedWeights().map(({ path }) => path)).toEqual(['dense/kernel', 'dense_1/kernel']);
    expect(model.summary({ printFn: () => {} })).toContain('│ dense_1 (Dense) │ [null, 1]    │       2 │');
  });

  test('trains as the same layers in a sequential do, to the bit', async () => {
    const data = floats([1, 2, 3], [3, 1]);
    const train = async (model: Model): Promise<number[]> => {
      model.compile({ optimizer: sgd({ learningRate: 0.01 }), loss: 'meanSquaredError' });
      await model.fit(data, data, { epochs: 3, batchSize: 2, seed: 1 });
      return model.weights.flatMap((weight) => Array.from(weight.dataSync()));
    };
    const layer = (units: number) => dense({ units, useBias: false, kernelInitializer: ones() });
    expect(await train(new TwoLayers())).toEqual(await train(sequential([layer(2), layer(1)])));
  });

  test('may have a train step of its own', async () => {
    class Doubled extends TwoLayers {
      override trainStep(batch: Batch): Logs {
        this.optimize(() => {
          const yPred = this.apply(batch.x);
          const loss = mul(this.computeLoss(batch, yPred), 2) as Scalar;
          this.updateMetrics(batch, yPred, loss);
          return loss;
        });
        return this.logs();
      }
    }
    const model = new Doubled();
    model.compile({ optimizer: sgd({ learningRate: 0 }), loss: 'meanSquaredError' });
    const { history } = await model.fit(floats([1], [1, 1]), floats([1], [1, 1]));
    // yHat = 2, (2 - 1)^2 = 1, doubled.
    expect(history['loss']).toEqual([2]);
  });

  test('may hold layers of the user, with weights and penalties of their own', async () => {
    class Scale extends Layer {
      private factor!: Variable;
      override build(): void {
        this.factor = this.addWeight({ name: 'factor', shape: [], initializer: ones() });
      }
      override call(x: Tensor): Tensor {
        const y = mul(x, this.factor);
        this.addLoss(sum(y));
        return y;
      }
    }
    const model = sequential([new Scale()]);
    model.compile({ optimizer: sgd({ learningRate: 0.5 }), loss: 'meanSquaredError' });
    const { history } = await model.fit(floats([3], [1, 1]), floats([3], [1, 1]));
    // The error is 0, so the loss is the penalty alone: 3; its derivative by the factor is 3: 1 - 0.5 * 3.
    expect(history['loss']).toEqual([3]);
    expect(model.weights[0]!.dataSync()[0]).toBe(-0.5);
  });

  test('projects weights onto their constraint after each step', async () => {
    const model = sequential([
      dense({ units: 1, useBias: false, kernelInitializer: ones(), kernelConstraint: maxNorm({ maxValue: 0.5 }) }),
    ]);
    model.compile({ optimizer: sgd({ learningRate: 0 }), loss: 'meanSquaredError' });
    await model.fit(floats([1], [1, 1]), floats([1], [1, 1]));
    expect(model.weights[0]!.dataSync()[0]).toBeCloseTo(0.5, 6);
  });

  test('does not train a frozen layer', async () => {
    const frozen = dense({ units: 1, kernelInitializer: ones() });
    const model = sequential([frozen, dense({ units: 1, kernelInitializer: ones() })]);
    frozen.trainable = false;
    model.compile({ optimizer: sgd({ learningRate: 0.1 }), loss: 'meanSquaredError' });
    await model.fit(floats([1], [1, 1]), floats([3], [1, 1]));
    expect(model.weights.map((weight) => weight.dataSync()[0])).toEqual([1, 0, Math.fround(1.4), Math.fround(0.4)]);
  });
});

describe('compile', () => {
  const model = sequential([dense({ units: 1, inputShape: [1] })]);

  test('names the nearest known part', () => {
    // @ts-expect-error no optimizer has this name
    expect(() => model.compile({ optimizer: 'addam' })).toThrow(
      "compile: unknown optimizer 'addam'. Did you mean 'adam'?",
    );
    // @ts-expect-error Keras' spelling is not ours
    expect(() => model.compile({ loss: 'mean_squared_error' })).toThrow("Did you mean 'meanSquaredError'?");
    // @ts-expect-error a typing error
    expect(() => model.compile({ loss: 'meanSquaredError', metrics: ['acuracy'] })).toThrow("Did you mean 'accuracy'?");
  });

  test('refuses a loss for an output that is not there', () => {
    const named = sequential([dense({ units: 1, inputShape: [1] })]);
    named.compile({ loss: ['meanSquaredError', 'meanSquaredError'] });
    return expect(named.fit(floats([1], [1, 1]), floats([1], [1, 1]))).rejects.toThrow(
      'compile: loss: expected 1 items (output_1), received 2.',
    );
  });
});

describe('evaluate', () => {
  test('gives loss and metrics, sample weights counted, and changes nothing', async () => {
    const model = sequential([dense({ units: 1, kernelInitializer: ones() })]);
    model.compile({ loss: 'meanSquaredError', metrics: ['meanAbsoluteError'] });
    const logs = await model.evaluate(floats([1, 2], [2, 1]), floats([0, 0], [2, 1]), {
      sampleWeight: floats([1, 0.5], [2]),
      batchSize: 1,
    });
    expect(logs).toEqual({ loss: (1 + 2) / 2, meanAbsoluteError: 1.5 });
    expect(model.weights.map((weight) => weight.dataSync()[0])).toEqual([1, 0]);
  });
});
