import { type Tensor } from '@tensorflow/tfjs-core';
import { toTensor, type FixtureCase, type FixtureTensor } from './fixtures.js';
import { runCase } from './run-case.js';

const listOf = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

/** How the tensors `got` differ from those expected; empty if they do not. */
function compare(
  field: string,
  got: readonly Tensor[],
  expected: readonly FixtureTensor[],
  { rtol, atol }: { rtol: number; atol: number },
): string[] {
  if (got.length !== expected.length) return [`${field}: ${got.length} tensors instead of ${expected.length}`];
  return expected.flatMap((wanted, i) => {
    const tensor = got[i]!;
    if (tensor.shape.join() !== wanted.shape.join())
      return [`${field}[${i}]: shape [${tensor.shape.join()}] instead of [${wanted.shape.join()}]`];
    const want = toTensor(wanted).dataSync();
    const have = tensor.dataSync();
    const wrong = [...want].findIndex((value, n) => {
      const other = have[n]!;
      if (Number.isNaN(value)) return !Number.isNaN(other);
      return !(value === other || Math.abs(other - value) <= atol + rtol * Math.abs(value));
    });
    return wrong < 0 ? [] : [`${field}[${i}][${wrong}]: ${have[wrong]} instead of ${want[wrong]}`];
  });
}

/** All differences between what a case gives and what Keras gave. */
export function differences(one: FixtureCase): string[] {
  const outcome = runCase(one);
  const value = (entry: unknown): FixtureTensor =>
    typeof entry === 'object' && entry !== null && 'value' in entry
      ? (entry.value as FixtureTensor)
      : (entry as FixtureTensor);
  const tolerance = (field: string): { rtol: number; atol: number } => one.tolerances?.[field] ?? one;
  const found: string[] = [];
  for (const [field, expected] of Object.entries(one.expected)) {
    if (field === 'dcall') {
      for (const [name, wanted] of Object.entries(expected as Record<string, FixtureTensor | FixtureTensor[]>)) {
        const key = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
        found.push(...compare(`dcall.${name}`, outcome.dcall[key] ?? [], listOf(wanted), tolerance(field)));
      }
    } else {
      const got = outcome[field as 'y' | 'dx' | 'dweights' | 'state_after'];
      found.push(...compare(field, got, (listOf(expected) as unknown[]).map(value), tolerance(field)));
    }
  }
  const paths = (one.inputs.weights ?? []).map(({ path }) => path);
  const ours = outcome.layer.namedWeights().map(({ path }) => path);
  if (paths.join() !== ours.join()) found.push(`weights: ${ours.join()} instead of ${paths.join()}`);
  return found;
}
