export { layerExamples } from './layer-examples.js';
export { layersWithoutExample } from './layers-without-example.js';
export { modelAround } from './model-around.js';
export { numbers } from './numbers.js';
