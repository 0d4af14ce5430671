/**
 * Which packages of the workspace a package in `packages` may import at run time. The arrows point one way; `parts`, and
 * `random` on it, are below all.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const arrows = {
  parts: [],
  gradients: [],
  random: ['parts'],
  schedules: ['parts'],
  activations: ['parts'],
  regularizers: ['parts'],
  constraints: ['parts'],
  losses: ['parts', 'gradients'],
  optimizers: ['parts'],
  initializers: ['parts', 'random'],
  datasets: ['parts', 'random'],
  metrics: ['parts', 'losses'],
  wasm: ['gradients'],
  layers: ['parts', 'gradients', 'random', 'activations', 'initializers', 'regularizers', 'constraints'],
  model: ['parts', 'random', 'gradients', 'layers', 'losses', 'metrics', 'optimizers'],
  formats: [
    'parts',
    'random',
    'activations',
    'initializers',
    'regularizers',
    'constraints',
    'losses',
    'metrics',
    'optimizers',
    'schedules',
    'layers',
    'model',
  ],
  parallel: ['parts', 'random', 'optimizers', 'layers', 'model', 'formats', 'wasm'],
  plots: ['parts', 'activations', 'optimizers', 'schedules', 'losses', 'layers', 'model', 'datasets'],
};

/**
 * What the packages may import from outside the workspace besides TensorFlow.js' core: libraries for what is not our
 * subject.
 *
 * @type {Readonly<Record<string, true>>}
 */
export const mayImportLibraries = { formats: true, plots: true, datasets: true };
