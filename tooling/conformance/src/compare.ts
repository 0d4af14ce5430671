import { Tensor } from '@tensorflow/tfjs-core';
import { isJson, isTensorData, type Case, type Tolerance } from './fixture.js';

/** The first place where `got` is not what was expected, in words; undefined if there is none. */
export function difference(got: unknown, expected: unknown, tolerance: Tolerance, place: string): string | undefined {
  if (isTensorData(expected)) return tensorDifference(got, expected.shape, expected.data, tolerance, place);
  if (Array.isArray(expected)) {
    const list: readonly unknown[] = Array.isArray(got)
      ? got
      : ArrayBuffer.isView(got)
        ? Array.from(got as Float64Array)
        : [];
    if (list.length !== expected.length) return `${place}: expected ${expected.length} items, got ${describe(got)}`;
    return first(expected, (item, i) => difference(list[i], item, tolerance, `${place}[${i}]`));
  }
  if (isJson(expected)) {
    if (!isJson(got)) return `${place}: expected an object, got ${describe(got)}`;
    return first(Object.entries(expected), ([key, value]) => difference(got[key], value, tolerance, `${place}.${key}`));
  }
  if (typeof expected === 'number' || isSpecial(expected))
    return numberDifference(scalar(got), Number(expected), tolerance, place);
  return got === expected || (expected === null && got === undefined)
    ? undefined
    : `${place}: expected ${describe(expected)}, got ${describe(got)}`;
}

/** The first difference between what came out and a case's `expected`, each field with its tolerance. */
export function caseDifference(test: Case, got: Readonly<Record<string, unknown>>): string | undefined {
  return first(Object.entries(test.expected), ([field, expected]) =>
    difference(got[field], expected, test.tolerances?.[field] ?? test, field),
  );
}

function tensorDifference(
  got: unknown,
  shape: readonly number[],
  data: readonly unknown[],
  tolerance: Tolerance,
  place: string,
): string | undefined {
  const received = valuesOf(got);
  if (received === undefined) return `${place}: expected shape [${shape.join(', ')}], got ${describe(got)}`;
  if (received.shape.join() !== shape.join()) {
    return `${place}: expected shape [${shape.join(', ')}], got [${received.shape.join(', ')}]`;
  }
  return first(data, (expected, i) =>
    numberDifference(received.data[i], Number(expected), tolerance, `${place}[${i}]`),
  );
}

/** Shape and values of a tensor, a number, or lists of numbers. */
function valuesOf(got: unknown): { shape: readonly number[]; data: ArrayLike<number> } | undefined {
  if (got instanceof Tensor) return { shape: got.shape, data: got.dataSync() };
  if (typeof got === 'number') return { shape: [], data: [got] };
  if (isTensorData(got)) return { shape: got.shape, data: got.data.map(Number) };
  if (ArrayBuffer.isView(got)) return { shape: [(got as Float64Array).length], data: got as Float64Array };
  if (!Array.isArray(got)) return undefined;
  const parts = got.map(valuesOf);
  if (parts.includes(undefined)) return undefined;
  return { shape: [got.length, ...(parts[0]?.shape ?? [])], data: parts.flatMap((part) => Array.from(part!.data)) };
}

const scalar = (got: unknown): number | undefined => {
  const { shape, data } = valuesOf(got) ?? { shape: [0], data: [] };
  return shape.length === 0 ? data[0] : undefined;
};

function numberDifference(
  got: number | undefined,
  expected: number,
  { rtol, atol }: Tolerance,
  place: string,
): string | undefined {
  if (Object.is(got, expected) || got === expected) return undefined;
  const distance = Math.abs((got ?? NaN) - expected);
  if (Number.isFinite(expected) && distance <= atol + rtol * Math.abs(expected)) return undefined;
  return `${place}: expected ${expected} within ${(atol + rtol * Math.abs(expected)).toPrecision(2)}, got ${got}`;
}

const isSpecial = (value: unknown): boolean => value === 'NaN' || value === 'Infinity' || value === '-Infinity';

function describe(value: unknown): string {
  if (value instanceof Tensor) return `a tensor of shape [${value.shape.join(', ')}]`;
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function first<T>(items: readonly T[], f: (item: T, index: number) => string | undefined): string | undefined {
  for (const [i, item] of items.entries()) {
    const found = f(item, i);
    if (found !== undefined) return found;
  }
  return undefined;
}
