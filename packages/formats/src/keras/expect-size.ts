import type { AnyLayer, Shape } from '@sixstep/layers';
import { formatShape } from '@sixstep/parts';
import { FormatError } from '../format-error.js';

/** The most numbers that one sample may have, anywhere in a model that a file describes. */
const MAX_ELEMENTS = 2 ** 26;

const product = (sizes: readonly (number | null)[]): number => sizes.reduce<number>((size, n) => size * (n ?? 1), 1);
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : Array.isArray(value) ? (value as readonly unknown[]).flatMap(numbersIn) : [];
/** What an option multiplies a size by, for each of `rank` dimensions if it is one number. */
const factor = (value: unknown, rank: number): number => {
  const all = numbersIn(value);
  return all.length === 1 ? all[0]! ** rank : product(all);
};

/** How many times larger than its input the output of a layer may be, at most. */
function growth({ className, config }: AnyLayer, shape: Shape): number {
  const rank = Math.max(shape.length - 2, 1);
  const channels = Math.max(config['dataFormat'] === 'channelsFirst' ? (shape[1] ?? 1) : (shape.at(-1) ?? 1), 1);
  const filters = (numbersIn(config['filters'])[0] ?? 0) / channels;
  if (className.endsWith('Transpose')) {
    return filters * factor(config['strides'] ?? 1, rank) * factor(config['kernelSize'] ?? 1, rank);
  }
  if (className.startsWith('Conv')) return filters;
  if (/^(Depthwise|Separable)Conv/.test(className))
    return Math.max(filters, numbersIn(config['depthMultiplier'])[0] ?? 1);
  if (className.startsWith('UpSampling')) return factor(config['size'] ?? 2, rank);
  if (className.startsWith('ZeroPadding')) {
    const most = Math.max(0, ...numbersIn(config['padding']));
    return product(shape.slice(1).map((size) => 1 + (2 * most) / Math.max(size ?? 1, 1)));
  }
  if (className === 'RepeatVector') return numbersIn(config['n'])[0] ?? 1;
  if (className === 'Embedding') return numbersIn(config['outputDim'])[0] ?? 1;
  return Math.max(1, (numbersIn(config['units'])[0] ?? 0) / channels);
}

/** @throws FormatError if a sample of one of these shapes, or of what they broadcast to, is too large */
export function expectElements(shapes: readonly Shape[], place: string, times = 1): void {
  const rank = Math.max(...shapes.map((shape) => shape.length));
  const broadcast = Array.from({ length: rank }, (_, i) => Math.max(...shapes.map((shape) => shape.at(-1 - i) ?? 1)));
  const elements = Math.max(product(broadcast), ...shapes.map((shape) => product(shape))) * times;
  if (elements <= MAX_ELEMENTS) return;
  throw new FormatError(
    `${place}: expected at most ${MAX_ELEMENTS} numbers a sample, received ${elements} for ${shapes.map(formatShape).join(', ')}.`,
  );
}

/** @throws FormatError if the layer would make more of inputs of these shapes than a file may ask for */
export function expectSize(layer: AnyLayer, shapes: readonly Shape[], place: string): void {
  expectElements(
    shapes,
    `${place}: ${layer.className} '${layer.name}'`,
    shapes[0] === undefined ? 1 : Math.max(1, growth(layer, shapes[0])),
  );
}
