import * as layers from '@sixstep/layers';
import type { AnyLayer } from '@sixstep/layers';
import { layerExamples } from './layer-examples.js';

/** There to be extended, and the one that stands for data. */
const noLayers = ['Layer', 'Elementwise', 'Noise', 'Recurrent', 'RecurrentCell', 'InputLayer'];

const isLayerClass = (value: unknown): boolean =>
  typeof value === 'function' && (value as { prototype: unknown }).prototype instanceof layers.Layer;

/** The classes of layers that are exported and have no example: to be empty. */
export function layersWithoutExample(): string[] {
  const tried = new Set(layerExamples.map(({ make }) => (make() as AnyLayer).constructor.name));
  return Object.entries(layers)
    .filter(([name, value]) => isLayerClass(value) && !noLayers.includes(name) && !tried.has(name))
    .map(([name]) => name);
}
