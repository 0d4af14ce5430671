import * as initializers from '@sixstep/initializers';
import { difference } from '../compare.js';
import { findExport } from '../find-export.js';
import type { Case } from '../fixture.js';
import { optionsFromKeras } from '../from-keras.js';
import { lastWord, type Suite } from '../suite.js';

/** What the fixture says of an initializer. */
interface Facts {
  readonly distribution: 'uniform' | 'normal' | 'truncated_normal' | 'orthogonal' | 'exact';
  readonly value?: unknown;
  readonly mean?: number;
  readonly mean_within?: number;
  readonly std?: number;
  readonly std_within?: number;
  readonly min?: number;
  readonly max?: number;
  readonly reach?: number;
  readonly gain?: number;
  readonly flat_shape?: readonly [number, number];
  readonly orthonormal?: 'columns' | 'rows';
  readonly seeded_repeats?: boolean;
  readonly same_instance_repeats?: boolean;
  readonly instances_differ?: boolean;
}

/** Moments, range, exact values or orthogonality, and when values repeat. */
export const initializersSuite: Suite = async (test) => {
  const make = findExport(initializers, lastWord(test.target)) as (options: object) => initializers.Initializer;
  const options = optionsFromKeras(test.config);
  const shape = test.inputs['shape'] as readonly number[];
  const facts = test.expected as unknown as Facts;
  const initialize = make(options);
  const tensor = initialize(shape);
  if (tensor.shape.join() !== shape.join())
    return `shape: expected [${shape.join(', ')}], got [${tensor.shape.join(', ')}]`;
  if (facts.distribution === 'exact') return difference(tensor, facts.value, test, 'value');
  const values = tensor.dataSync() as Float32Array;
  const draw = (f: initializers.Initializer): string => (f(shape).dataSync() as Float32Array).join();
  const repeats: readonly [boolean | undefined, string, () => boolean][] = [
    [facts.same_instance_repeats, 'same_instance_repeats', () => draw(initialize) === values.join()],
    [facts.instances_differ, 'instances_differ', () => draw(make(options)) !== values.join()],
    [
      facts.seeded_repeats,
      'seeded_repeats',
      () => draw(make({ ...options, seed: 7 })) === draw(make({ ...options, seed: 7 })),
    ],
  ];
  for (const [expected, name, happens] of repeats) {
    if (expected !== undefined && happens() !== expected) return `${name}: expected ${expected}, got ${!expected}`;
  }
  return facts.distribution === 'orthogonal' ? gram(values, facts, test) : moments(values, facts);
};

function moments(values: Float32Array, facts: Facts): string | undefined {
  const { mean: expectedMean = 0, mean_within = 0, std: expectedStd = 0, std_within = 0, min, max, reach } = facts;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const std = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  if (Math.abs(mean - expectedMean) > mean_within)
    return `mean: expected ${expectedMean} within ${mean_within}, got ${mean}`;
  if (Math.abs(std - expectedStd) > std_within) return `std: expected ${expectedStd} within ${std_within}, got ${std}`;
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  // The bounds are of float64; a float32 may round onto its side of them.
  if (min !== undefined && low < Math.fround(min)) return `min: expected at least ${min}, got ${low}`;
  if (max !== undefined && high > Math.fround(max)) return `max: expected at most ${max}, got ${high}`;
  if (reach === undefined || max === undefined || min === undefined) return undefined;
  const beyond = expectedMean + reach * (max - expectedMean);
  if (high < beyond) return `reach: expected the largest value beyond ${beyond}, got ${high}`;
  const below = expectedMean - reach * (expectedMean - min);
  return low > below ? `reach: expected the least value below ${below}, got ${low}` : undefined;
}

/** Columns (or rows) times themselves must be gain^2 times the identity. */
function gram(values: Float32Array, { flat_shape, orthonormal, gain = 1 }: Facts, test: Case): string | undefined {
  const [rows, columns] = flat_shape!;
  const byColumns = orthonormal === 'columns';
  const [size, length] = byColumns ? [columns, rows] : [rows, columns];
  const at = (vector: number, i: number): number => values[byColumns ? i * columns + vector : vector * columns + i]!;
  const { atol } = test.tolerances?.['gram'] ?? test;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      let product = 0;
      for (let i = 0; i < length; i++) product += at(a, i) * at(b, i);
      const expected = a === b ? gain ** 2 : 0;
      if (!(Math.abs(product - expected) <= atol))
        return `gram[${a}, ${b}]: expected ${expected} within ${atol}, got ${product}`;
    }
  }
  return undefined;
}
