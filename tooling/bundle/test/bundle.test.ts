import { describe, expect, test } from '@jest/globals';
import { type Bundle, bundle, programOf } from './bundle.js';
import { iris, lecture, mnist } from './programs.js';

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

test('what compile by name pulls in, all losses, metrics and optimizers, is below 15 KiB', () => {
  const { gzip } = bundle(programOf({ losses: ['getLoss'], metrics: ['getMetric'], optimizers: ['getOptimizer'] }));
  expect(gzip).toBeLessThan(15 * 1024);
});

// All without tfjs-core and the .wasm (ours is 25 KB, 10 after gzip, and embedded); the kernels' JavaScript is in.
test.each([
  ["the lecture's iris program", iris, 33],
  ["the lecture's MNIST program", mnist, 35],
  ['the whole lecture', lecture, 39.5],
] as const)('%s, by part, is below its ceiling', (_, imports, ceiling) => {
  expect(bundle(programOf(imports), '--by-part').gzip).toBeLessThan(ceiling * KB);
});

test('the whole lecture with all names of parts and all kernels is below 58.5 KB', () => {
  expect(bundle(programOf(lecture)).gzip).toBeLessThan(58.5 * KB);
});
