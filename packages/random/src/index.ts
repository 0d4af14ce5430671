export { Generator, type GeneratorState } from './generator.js';
export { normalQuantile } from './normal-quantile.js';
export { drawSeed, setRandomSeed } from './seed.js';
