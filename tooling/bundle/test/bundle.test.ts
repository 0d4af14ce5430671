import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

interface Bundle {
  readonly bytes: number;
  /** Bytes after gzip, tfjs-core and the .wasm left out. */
  readonly gzip: number;
  /** What is in it, as `package/file`. */
  readonly modules: readonly string[];
}

/** Runs Node on a program, or on the script that bundles it. */
function run(args: readonly string[], input: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const bundle = (program: string, ...flags: readonly '--by-part'[]): Bundle =>
  JSON.parse(run([join(process.cwd(), 'src/bundle.js'), ...flags], program)) as Bundle;

/** A program that has these exports and uses all of them. */
function programOf(imports: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(imports).map(
    ([from, names]) => `import { ${names.join(', ')} } from '@sixstep/${from}';`,
  );
  return `${lines.join('\n')}\nObject.assign(globalThis, { ${Object.values(imports).flat().join(', ')} });`;
}

const of = ({ modules }: Bundle, name: string): string[] =>
  modules.filter((module) => module.startsWith(`${name}/`)).map((module) => module.slice(name.length + 1));

/** Kilobytes, of 1000 bytes. */
const KB = 1000;

const small = `
  import { relu } from '@sixstep/activations';
  import { dense } from '@sixstep/layers';
  import { sequential } from '@sixstep/model';
  import { meanSquaredError } from '@sixstep/losses';
  import { sgd } from '@sixstep/optimizers';
  const model = sequential([dense({ units: 1, activation: relu })]);
  model.compile({ optimizer: sgd({ learningRate: 0.1 }), loss: meanSquaredError() });
  globalThis.history = model.fit(globalThis.x, globalThis.y);
`;

describe('a program with a dense layer, relu and sgd', () => {
  const program = bundle(small);

  test('holds no layer but dense and the input', () => {
    const layers = of(program, 'layers').filter((name) =>
      /pool|conv|norm|lstm|gru|rnn|embedding|dropout|attention|flatten|merge|reshape|padding/i.test(name),
    );
    expect(layers).toEqual([]);
    expect(of(program, 'layers')).toContain('dense');
  });

  test('holds no schedule and no constraint', () => {
    expect(of(program, 'schedules')).toEqual([]);
    expect(of(program, 'constraints')).toEqual([]);
  });

  test('holds no initializer but those that dense begins with', () => {
    const families = of(program, 'initializers').filter((name) =>
      /orthogonal|identity|constant|stft|he-|lecun|glorot-normal|^ones$|random-normal|random-uniform/.test(name),
    );
    expect(families).toEqual([]);
    expect(of(program, 'initializers')).toEqual(expect.arrayContaining(['glorot-uniform', 'zeros']));
  });
});

describe('the same program, bundled without names', () => {
  const program = bundle(small, '--by-part');

  test('holds no activation, loss, metric, optimizer or regularizer but its own', () => {
    expect(of(program, 'optimizers').filter((name) => name.startsWith('optimizers/'))).toEqual(['optimizers/sgd']);
    expect(of(program, 'losses').filter((name) => /crossentropy|entropy|hinge|cosine|dice|huber/.test(name))).toEqual(
      [],
    );
    expect(of(program, 'metrics').filter((name) => /accuracy|auc|precision|recall|confusion|score/.test(name))).toEqual(
      [],
    );
    expect(of(program, 'activations').filter((name) => /elu|softmax|sigmoid|sparse/.test(name))).toEqual(
      // What a fused kernel serves is told by the function.
      ['relu', 'relu6'],
    );
    expect(of(program, 'regularizers').filter((name) => /l1|l2|orthogonal/.test(name))).toEqual([]);
  });

  test('is below 24 KB', () => {
    expect(program.gzip).toBeLessThan(24 * KB);
  });
});

// The aim is 15. It is code alone, of 28 losses, 39 metrics and 14 optimizers with all their options; less than 1 KB are the
// texts of errors.
test('what compile by name pulls in, all losses, metrics and optimizers, is below 19 KB', () => {
  const { gzip } = bundle(programOf({ losses: ['getLoss'], metrics: ['getMetric'], optimizers: ['getOptimizer'] }));
  expect(gzip).toBeLessThan(19 * KB);
});

/** What the lecture's first program imports, written by part: 150 irises, one dense layer with softmax and l2, sgd. */
const iris = {
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
const mnist = {
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
const lecture = {
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

// All without tfjs-core and the .wasm (ours is 25 KB, 10 after gzip, and embedded); the kernels' JavaScript is in.
test.each([
  ["the lecture's iris program", iris, 33],
  ["the lecture's MNIST program", mnist, 35],
  ['the whole lecture', lecture, 40],
] as const)('%s, by part, is below its ceiling', (_, imports, ceiling) => {
  expect(bundle(programOf(imports), '--by-part').gzip).toBeLessThan(ceiling * KB);
});

test('the whole lecture with all names of parts and all kernels is below 61.5 KB', () => {
  expect(bundle(programOf(lecture)).gzip).toBeLessThan(61.5 * KB);
});

/** What Node prints of a program, line by line. */
const outputOf = (program: string, ...flags: readonly string[]): string[] =>
  run([...flags, '--input-type=module', '-'], program)
    .trim()
    .split('\n');

const byPart = '--conditions=sixstep-by-part';

test('a program without names trains alike, and says what to do where a name is given', () => {
  const program = `
    import { dense } from '@sixstep/layers';
    import { meanSquaredError } from '@sixstep/losses';
    import { sequential } from '@sixstep/model';
    import { sgd } from '@sixstep/optimizers';
    import { setRandomSeed } from '@sixstep/random';
    import { useWasm } from '@sixstep/wasm';
    await useWasm();
    setRandomSeed(1);
    const x = { data: Float32Array.of(0, 1, 2, 3), shape: [4, 1] };
    const model = sequential([dense({ units: 1 })]);
    model.compile({ optimizer: sgd(), loss: meanSquaredError() });
    const { history } = await model.fit(x, x, { epochs: 3 });
    console.log(history.loss.join(' '));
    for (const wrong of [
      () => model.compile({ optimizer: 'adam' }),
      () => model.compile({ optimizer: sgd(), loss: 'mse' }),
      () => model.compile({ optimizer: sgd(), metrics: ['auc'] }),
      () => dense({ units: 1, activation: 'relu' }),
      () => dense({ units: 1, kernelRegularizer: 'l2' }),
    ]) try { wrong(); } catch ({ message }) { console.log(message); }
  `;
  const [losses, ...messages] = outputOf(program, byPart);
  expect(outputOf(program)).toEqual([losses]);
  const message = (place: string, kind: string, name: string): string =>
    `${place}: expected the ${kind} itself, as this program is bundled without names, received '${name}'. ` +
    'Import it and pass it, or bundle without the condition sixstep-by-part.';
  expect(messages).toEqual([
    message('compile', 'optimizer', 'adam'),
    message('compile', 'loss', 'mse'),
    message('compile', 'metric', 'auc'),
    message('dense', 'activation', 'relu'),
    message('dense', 'regularizer', 'l2'),
  ]);
});

/** Trains a model of layers that need kernels beyond the common ones, and prints the losses or what went wrong. */
const needing = (kernels: string): string => `
  import { conv2d, dense, embedding, flatten, lstm, maxPooling2d, reshape } from '@sixstep/layers';
  import { meanSquaredError } from '@sixstep/losses';
  import { sequential } from '@sixstep/model';
  import { sgd } from '@sixstep/optimizers';
  import { setRandomSeed } from '@sixstep/random';
  import * as wasm from '@sixstep/wasm';
  const { convolutionKernels, embeddingKernels, recurrentKernels } = wasm;
  await wasm.useWasm({ kernels: [${kernels}] });
  setRandomSeed(1);
  const x = { data: Int32Array.from({ length: 32 }, (_, i) => i % 7), shape: [2, 16] };
  const y = { data: Float32Array.of(0, 1), shape: [2, 1] };
  for (const layers of [
    [embedding({ inputDim: 7, outputDim: 2 }), lstm({ units: 3 })],
    [reshape({ targetShape: [4, 4, 1] }), conv2d({ filters: 2, kernelSize: 3 }), maxPooling2d(), flatten()],
  ]) {
    const model = sequential([...layers, dense({ units: 1 })]);
    model.compile({ optimizer: sgd(), loss: meanSquaredError() });
    try {
      console.log((await model.fit(x, y, { epochs: 3 })).history.loss.join(' '));
    } catch ({ message }) { console.log(message); }
  }
`;

test('a program bundled by part trains alike with the kernels that it asks for', () => {
  const all = needing('convolutionKernels, embeddingKernels, recurrentKernels');
  const losses = outputOf(all);
  expect(losses.join(' ').split(' ').map(Number).filter(Number.isFinite)).toHaveLength(6);
  expect(outputOf(all, byPart)).toEqual(losses);
});

test('what it does not ask for is left out, and an error says which', () => {
  expect(outputOf(needing(''), byPart)).toEqual([
    'differentiate: expected a derivative of GatherV2, found none. Register it by registerGradient, ' +
      'or, in a program that is bundled by part, pass its kernels to useWasm.',
    'Conv2D: expected its kernels in this program, which is bundled by part, found none. ' +
      'Import convolutionKernels of @sixstep/wasm and pass them: useWasm({ kernels: [convolutionKernels] }).',
  ]);
  const { modules } = bundle(programOf(lecture), '--by-part');
  expect(modules.filter((name) => /conv|pool|lstm|gru|einsum|segment|leak-check/.test(name))).toEqual([]);
});
