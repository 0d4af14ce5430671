import * as optimizers from '@sixstep/optimizers';
import { variable, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { caseDifference } from '../compare.js';
import { findExport } from '../find-export.js';
import type { Case, SerializedPart, TensorData } from '../fixture.js';
import { optionsFromKeras, partFromKeras } from '../from-keras.js';
import { lastWord, type Suite } from '../suite.js';
import { toTensor } from '../tensor-data.js';

interface VariableData {
  readonly name: string;
  readonly value: TensorData;
  readonly constraint?: SerializedPart | null;
}

type Constraint = (weights: Tensor) => Tensor;

/** The optimizer of a case. */
function optimizerOf({ target, config, inputs }: Case): optimizers.Optimizer {
  const excluded = inputs['exclude_from_weight_decay'];
  const options = { ...optionsFromKeras(config), ...(excluded == null ? {} : { excludeFromWeightDecay: excluded }) };
  return findExport(optimizers, lastWord(target))(options) as optimizers.Optimizer;
}

/** The variables after each step, the learning rate of each step, and what `finalize` makes of the variables. */
export const optimizersSuite: Suite = async (test) => {
  if ('w' in test.inputs) return demo(test);
  const optimizer = optimizerOf(test);
  const given = test.inputs['variables'] as readonly VariableData[];
  const variables = Object.fromEntries(given.map(({ name, value }) => [name, variable(toTensor(value))]));
  const constraints = given.flatMap(({ name, constraint }): [Variable, Constraint][] =>
    constraint == null ? [] : [[variables[name]!, partFromKeras(constraint) as Constraint]],
  );
  const values = (): Tensor[] => given.map(({ name }) => variables[name]!.clone());
  const learningRate: number[] = [];
  const steps = (test.inputs['gradients'] as readonly (readonly (TensorData | null)[])[]).map((gradients) => {
    learningRate.push(optimizer.currentLearningRate());
    const named = given.flatMap(({ name }, i): [string, Tensor][] =>
      gradients[i] == null ? [] : [[name, toTensor(gradients[i])]],
    );
    optimizer.apply(Object.fromEntries(named), variables);
    for (const [weight, constraint] of constraints) weight.assign(constraint(weight));
    return values();
  });
  optimizer.finalize(variables);
  const got = { variables: steps, learning_rate: learningRate, finalized: values() };
  optimizer.dispose();
  for (const item of Object.values(variables)) item.dispose();
  return caseDifference(test, got);
};

/** The lecture's demo: one number w goes down the hill of (w + 1)^2. */
function demo(test: Case): string | undefined {
  const loss = /^\(w ([+-]) ([\d.]+)\) ?\*\* ?2$/.exec(test.inputs['loss'] as string);
  if (loss === null) return `inputs.loss: cannot read ${String(test.inputs['loss'])}`;
  const shift = Number(`${loss[1]}${loss[2]}`);
  const optimizer = optimizerOf(test);
  const w = variable(toTensor({ shape: [], dtype: 'float32', data: [test.inputs['w'] as number] }));
  const read = (): number => (w.dataSync() as Float32Array)[0]!;
  const got = { epoch: [] as number[], w: [] as number[], loss: [] as number[], lr: [] as number[] };
  for (let epoch = 0; epoch < (test.inputs['epochs'] as number); epoch++) {
    const distance = read() + shift;
    got.epoch.push(epoch);
    got.loss.push(distance ** 2);
    got.lr.push(optimizer.currentLearningRate());
    optimizer.apply({ w: toTensor({ shape: [], dtype: 'float32', data: [2 * distance] }) }, { w });
    got.w.push(read());
  }
  optimizer.dispose();
  w.dispose();
  const { printed: _, ...expected } = test.expected;
  return caseDifference({ ...test, expected }, got);
}
