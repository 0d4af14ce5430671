import { Layer, layerName, type AnyLayer } from '@sixstep/layers';
import { Functional, Sequential } from '@sixstep/model';
import type { Variable } from '@tensorflow/tfjs-core';
import { snakeCase } from './keras/snake-case.js';

/** The weights of a layer alone, and its sublayers as Keras' files group them. */
export interface WeightGroup {
  readonly layer: AnyLayer;
  readonly variables: readonly Variable[];
  /** By path, such as `layers/dense_1` or `cell`. */
  readonly groups: ReadonlyMap<string, WeightGroup>;
}

/** Properties that Keras calls otherwise. */
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  MultiHeadAttention: {
    query: 'query_dense',
    key: 'key_dense',
    value: 'value_dense',
    gate: '_gate_dense',
    output: 'output_dense',
  },
};

/**
 * The weights of a layer in groups, as in Keras' `.weights.h5`: the layers of a model by class, counted; other sublayers by
 * the name of the property that holds them. A layer that is met twice stands at the first place.
 */
export function weightGroups(layer: AnyLayer, seen: Set<AnyLayer> = new Set()): WeightGroup {
  seen.add(layer);
  const variables = layer
    .namedWeights()
    .filter(({ path }) => !path.includes('/'))
    .map(({ variable }) => variable);
  const groups = new Map<string, WeightGroup>();
  const addList = (path: string, layers: readonly AnyLayer[]): void => {
    const used = new Map<string, number>();
    for (const item of layers) {
      const base = layerName(item.className);
      const count = used.get(base) ?? 0;
      used.set(base, count + 1);
      if (!seen.has(item)) groups.set(`${path}/${count === 0 ? base : `${base}_${count}`}`, weightGroups(item, seen));
    }
  };
  if (layer instanceof Sequential || layer instanceof Functional) addList('layers', layer.layers);
  else {
    for (const [property, value] of Object.entries(layer)) {
      const name = renamed[layer.className]?.[property] ?? snakeCase(property);
      if (value instanceof Layer && !seen.has(value)) groups.set(name, weightGroups(value, seen));
      else if (Array.isArray(value))
        addList(
          name,
          value.filter((item): item is AnyLayer => item instanceof Layer),
        );
    }
  }
  return { layer, variables, groups };
}
