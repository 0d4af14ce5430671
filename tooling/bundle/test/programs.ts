/** What the lecture's first program imports, written by part: 150 irises, one dense layer with softmax and l2, sgd. */
export const iris = {
  activations: ['softmax'],
  datasets: ['loadIris', 'RandomState', 'sliceRows'],
  layers: ['dense'],
  losses: ['sparseCategoricalCrossentropy'],
  metrics: ['sparseCategoricalAccuracy'],
  model: ['Model', 'progressBar', 'sequential'],
  optimizers: ['sgd'],
  random: ['setRandomSeed'],
  regularizers: ['l2'],
  wasm: ['useWasm'],
};

/** What its second one imports: MNIST downloaded, kept and checked; flatten, dense, dropout, relu and softmax, adam. */
export const mnist = {
  activations: ['relu', 'softmax'],
  datasets: ['loadMnist', 'sliceRows'],
  layers: ['dense', 'dropout', 'flatten'],
  losses: iris.losses,
  metrics: iris.metrics,
  model: iris.model,
  optimizers: ['adam'],
  random: iris.random,
  wasm: iris.wasm,
};

/** What the whole lecture shows, in one program; not its figures, which are drawn by a library. */
export const lecture = {
  activations: ['leakyRelu', 'relu', 'sigmoid', 'softmax', 'tanh'],
  datasets: ['loadFashionMnist', 'loadIris', 'loadMnist', 'RandomState', 'sliceRows', 'standardize', 'takeRows'],
  initializers: ['glorotNormal', 'glorotUniform', 'heNormal', 'randomNormal', 'zeros'],
  layers: ['dense', 'dropout', 'flatten'],
  losses: ['binaryCrossentropy', 'categoricalCrossentropy', 'meanSquaredError', 'sparseCategoricalCrossentropy'],
  metrics: ['sparseCategoricalAccuracy'],
  model: ['Model', 'progressBar', 'sequential'],
  optimizers: ['adadelta', 'adagrad', 'adam', 'nadam', 'rmsprop', 'sgd'],
  random: ['Generator', 'setRandomSeed'],
  regularizers: ['l1', 'l2'],
  schedules: ['cosineDecay', 'exponentialDecay'],
  wasm: ['useWasm'],
};
