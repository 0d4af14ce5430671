import * as layers from '@sixstep/layers';
import { layerExamples } from './layer-examples.js';
/** There to be extended, and the one that stands for data. */
const noLayers = ['Layer', 'Elementwise', 'Noise', 'Recurrent', 'RecurrentCell', 'InputLayer'];
const isLayerClass = (value) => typeof value === 'function' && value.prototype instanceof layers.Layer;
/** The classes of layers that are exported and have no example: to be empty. */
export function layersWithoutExample() {
    const tried = new Set(layerExamples.map(({ make }) => make().constructor.name));
    return Object.entries(layers)
        .filter(([name, value]) => isLayerClass(value) && !noLayers.includes(name) && !tried.has(name))
        .map(([name]) => name);
}
