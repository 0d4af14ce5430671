import { readFileSync } from 'node:fs';
import { optimizers, type Optimizer, type Schedule } from '@sixstep/optimizers';
import { schedules } from '@sixstep/schedules';
import { type Tensor, tensor, tidy, variable, type Variable } from '@tensorflow/tfjs-core';

interface JsonTensor {
  shape: number[];
  dtype: 'float32';
  data: (number | string)[];
}

interface Bound {
  rtol: number;
  atol: number;
}

export interface Case extends Bound {
  name: string;
  target: string;
  config: Record<string, unknown>;
  inputs: {
    variables: {
      name: string;
      value: JsonTensor;
      constraint?: { class_name: string; config: { max_value: number } };
    }[];
    gradients: (JsonTensor | null)[][];
    exclude_from_weight_decay?: string[];
  };
  expected: { variables: JsonTensor[][]; learning_rate?: JsonTensor; finalized?: JsonTensor[] };
  tolerances?: Partial<Record<'variables' | 'learning_rate' | 'finalized', Bound>>;
}

/** The cases of a suite that was written by real Keras (or, where the suite says so, by the formulas in float64). */
export function readCases(url: URL): Case[] {
  return (JSON.parse(readFileSync(url, 'utf8')) as { cases: Case[] }).cases;
}

const camelCase = (name: string): string =>
  name
    .replace(/^(RMS|SGD)/, (acronym) => acronym.toLowerCase())
    .replace(/^[A-Z]/, (c) => c.toLowerCase())
    .replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase());

const options = (config: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(config).map(([key, value]) => {
      const part = value as { class_name?: string; config: Record<string, unknown> } | null;
      return [
        camelCase(key),
        part && typeof part === 'object' && part.class_name ? makeSchedule(part.class_name, part.config) : value,
      ];
    }),
  );

function makeSchedule(className: string, config: Record<string, unknown>): Schedule {
  return (schedules[camelCase(className) as keyof typeof schedules] as (o: object) => Schedule)(options(config));
}

function makeOptimizer(c: Case): Optimizer {
  const name = camelCase(c.target.split('.').at(-1)!) as keyof typeof optimizers;
  const exclude = c.inputs.exclude_from_weight_decay;
  return (optimizers[name] as (o: object) => Optimizer)({
    ...options(c.config),
    ...(exclude && { excludeFromWeightDecay: exclude }),
  });
}

const numbers = (data: (number | string)[]): number[] => data.map(Number);

/** Runs a case and returns the elements that are out of tolerance, as text. */
export function failures(c: Case): string[] {
  const optimizer = makeOptimizer(c);
  const result: string[] = [];
  const compare = (
    field: 'variables' | 'learning_rate' | 'finalized',
    where: string,
    got: number[],
    want: JsonTensor,
  ): void => {
    const { rtol, atol } = c.tolerances?.[field] ?? c;
    numbers(want.data).forEach((expected, i) => {
      const value = got[i]!;
      const close = Math.abs(value - expected) <= atol + rtol * Math.abs(expected);
      if (!(close || Object.is(value, expected) || value === expected)) {
        result.push(`${where}[${i}]: got ${value}, expected ${expected}`);
      }
    });
  };
  const variables: Record<string, Variable> = {};
  for (const { name, value } of c.inputs.variables) {
    variables[name] = tidy(() => variable(tensor(numbers(value.data), value.shape, value.dtype)));
  }
  c.inputs.gradients.forEach((step, t) => {
    if (c.expected.learning_rate) {
      const { data } = c.expected.learning_rate;
      compare('learning_rate', `step ${t} learning rate`, [optimizer.currentLearningRate()], {
        ...c.expected.learning_rate,
        data: [data[t]!],
      });
    }
    const gradients: Record<string, Tensor> = {};
    step.forEach((g, i) => {
      if (g) gradients[c.inputs.variables[i]!.name] = tensor(numbers(g.data), g.shape, g.dtype);
    });
    optimizer.apply(gradients, variables);
    for (const gradient of Object.values(gradients)) gradient.dispose();
    c.inputs.variables.forEach(({ name, constraint }, i) => {
      if (constraint) maxNorm(variables[name]!, constraint.config.max_value);
      compare('variables', `step ${t} ${name}`, [...variables[name]!.dataSync()], c.expected.variables[t]![i]!);
    });
  });
  if (c.expected.finalized) {
    optimizer.finalize(variables);
    c.inputs.variables.forEach(({ name }, i) =>
      compare('finalized', `finalized ${name}`, [...variables[name]!.dataSync()], c.expected.finalized![i]!),
    );
  }
  optimizer.dispose();
  for (const each of Object.values(variables)) each.dispose();
  return result;
}

/** Keras' MaxNorm along axis 0, as a model applies it after the optimizer. */
function maxNorm(w: Variable, maxValue: number): void {
  const columns = w.shape[1]!;
  const data = w.dataSync();
  const next = Float32Array.from(data);
  for (let j = 0; j < columns; j++) {
    let sum = 0;
    for (let i = j; i < data.length; i += columns) sum += data[i]! ** 2;
    const norm = Math.sqrt(sum);
    for (let i = j; i < data.length; i += columns) next[i] = (data[i]! * Math.min(norm, maxValue)) / (1e-7 + norm);
  }
  const value = tensor(next, w.shape);
  w.assign(value);
  value.dispose();
}
