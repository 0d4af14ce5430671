// TypeScript, strict, as Node resolves modules: what is right compiles and runs, what is wrong does not compile.
import { linear } from '@sixstep/activations';
import { Layer, dense } from '@sixstep/layers';
import { Model, type History } from '@sixstep/model';
import { adam } from '@sixstep/optimizers';
import { cosineDecay } from '@sixstep/schedules';
import { useWasm } from '@sixstep/wasm';
import { mul, type Tensor } from '@tensorflow/tfjs-core';

class Double extends Layer {
  readonly className = 'Double';
  override call(x: Tensor): Tensor {
    return mul(x, 2);
  }
}

class Line extends Model {
  private readonly double = new Double();
  private readonly dense = dense({ units: 1, activation: linear });
  override call(x: Tensor): Tensor {
    return this.dense.apply(this.double.apply(x));
  }
}

await useWasm();
const model = new Line();
const learningRate = cosineDecay({ initialLearningRate: 0.1, decaySteps: 400 });
model.compile({ optimizer: adam({ learningRate }), loss: 'meanSquaredError' });
const x = { data: Float32Array.of(0, 1, 2, 3), shape: [4, 1] };
const y = { data: Float32Array.of(1, 3, 5, 7), shape: [4, 1] };
const { history }: History = await model.fit(x, y, { epochs: 400 });
const loss: number = history['loss']!.at(-1)!;
if (!(loss < 0.01)) throw new Error(`expected a loss below 0.01, received ${loss}`);

export function wrong(): void {
  // @ts-expect-error a number of units is missing
  dense({ activation: linear });
  // @ts-expect-error there is no such activation
  dense({ units: 1, activation: 'rleu' });
  // @ts-expect-error there is no such loss
  model.compile({ optimizer: 'adam', loss: 'meanSquareError' });
}
