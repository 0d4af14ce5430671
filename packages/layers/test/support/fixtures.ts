import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as constraints from '@sixstep/constraints';
import * as initializers from '@sixstep/initializers';
import * as layers from '@sixstep/layers';
import type { AnyLayer } from '@sixstep/layers';
import * as regularizers from '@sixstep/regularizers';
import { tensor, type Tensor } from '@tensorflow/tfjs-core';

/** A tensor as the fixtures write it. */
export interface FixtureTensor {
  readonly shape: number[];
  readonly dtype: 'float32' | 'int32' | 'bool';
  readonly data: (number | boolean | string)[];
}

export interface FixtureCase {
  readonly name: string;
  readonly target: string;
  readonly config: Record<string, unknown>;
  readonly inputs: {
    readonly x: FixtureTensor | FixtureTensor[];
    readonly call?: Record<string, unknown>;
    readonly weights?: readonly { readonly path: string; readonly value?: FixtureTensor }[];
    readonly g: FixtureTensor | FixtureTensor[];
  };
  readonly expected: Record<string, unknown>;
  readonly rtol: number;
  readonly atol: number;
  readonly tolerances?: Record<string, { readonly rtol: number; readonly atol: number }>;
}

export function readFixtures(path: string): FixtureCase[] {
  return (JSON.parse(readFileSync(path, 'utf8')) as { cases: FixtureCase[] }).cases;
}

export const layerFixtures: string = fileURLToPath(
  new URL('../../../../tooling/conformance/fixtures/layers.json', import.meta.url),
);

/** The value of an option in our spelling: `channels_last` -> `channelsLast`. */
const camelCase = (name: string): string =>
  name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const folded: Record<string, string> = { ReLU: 'relu', PReLU: 'prelu' };

/** `Conv2DTranspose` -> `conv2dTranspose`, `LSTM` -> `lstm`, `RMSNormalization` -> `rmsNormalization`. */
const factoryName = (className: string): string =>
  folded[className] ??
  className
    .replace(/^[A-Z]+(?![a-z])|^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (run) => run.toLowerCase())
    .replace(/(\d)D/, '$1d');

const isTensor = (value: unknown): value is FixtureTensor =>
  typeof value === 'object' && value !== null && 'data' in value && 'shape' in value;

const texts: Record<string, number> = { NaN: NaN, Infinity: Infinity, '-Infinity': -Infinity };

export function toTensor({ data, shape, dtype }: FixtureTensor): Tensor {
  const numbers = data.map((value) => (typeof value === 'string' ? texts[value]! : Number(value)));
  return tensor(numbers, shape, dtype);
}

/** A value of a fixture's config or call in our terms: parts made, names respelled, tensors made. */
export function toOption(value: unknown): unknown {
  if (isTensor(value)) return toTensor(value);
  if (Array.isArray(value)) return value.map(toOption);
  if (typeof value === 'string') return camelCase(value);
  if (typeof value !== 'object' || value === null) return value;
  if (!('class_name' in value)) return toOptions(value as Record<string, unknown>);
  const { class_name: className, config } = value as { class_name: string; config: Record<string, unknown> };
  const options = toOptions(config);
  const factory = factoryName(className);
  for (const table of [layers, initializers, regularizers, constraints] as unknown as Record<
    string,
    (o: object) => unknown
  >[]) {
    if (typeof table[factory] === 'function') return table[factory](options);
  }
  throw new Error(`unknown part ${className}`);
}

const toOptions = (config: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(config).map(([name, value]) => [camelCase(name), toOption(value)]));

/** The layer of `target` with `config`. */
export function makeLayer(target: string, config: Record<string, unknown>): AnyLayer {
  const name = factoryName(target.split('.').at(-1)!);
  const factory = (layers as unknown as Record<string, ((options: object) => AnyLayer) | undefined>)[name];
  if (factory === undefined) throw new Error(`no layer ${name}`);
  return factory(toOptions(config));
}
