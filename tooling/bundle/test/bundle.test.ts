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

function bundle(program: string): Bundle {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(process.cwd(), 'src/bundle.js')], {
    input: program,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Bundle;
}

const of = ({ modules }: Bundle, name: string): string[] =>
  modules.filter((module) => module.startsWith(`${name}/`)).map((module) => module.slice(name.length + 1));

describe('a program with a dense layer, relu and sgd', () => {
  const program = bundle(`
    import { relu } from '@sixstep/activations';
    import { dense } from '@sixstep/layers';
    import { sequential } from '@sixstep/model';
    import { meanSquaredError } from '@sixstep/losses';
    import { sgd } from '@sixstep/optimizers';
    const model = sequential([dense({ units: 1, activation: relu })]);
    model.compile({ optimizer: sgd({ learningRate: 0.1 }), loss: meanSquaredError() });
    globalThis.history = model.fit(globalThis.x, globalThis.y);
  `);

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

/** Kilobytes, of 1000 bytes. */
const KB = 1000;

test('what compile by name pulls in, all losses, metrics and optimizers, is below 22 KB (the aim is 15)', () => {
  const { gzip } = bundle(`
    import { getLoss } from '@sixstep/losses';
    import { getMetric } from '@sixstep/metrics';
    import { getOptimizer } from '@sixstep/optimizers';
    Object.assign(globalThis, { getLoss, getMetric, getOptimizer });
  `);
  expect(gzip).toBeLessThan(22 * KB);
});

test("the whole lecture's stack, the .wasm left out, is below 60 KB (the aim is 40)", () => {
  const { gzip } = bundle(`
    import { loadIris, RandomState } from '@sixstep/datasets';
    import { conv2d, dense, dropout, flatten, lstm, maxPooling2d } from '@sixstep/layers';
    import { Model, sequential, progressBar } from '@sixstep/model';
    import { l1, l2 } from '@sixstep/regularizers';
    import { exponentialDecay } from '@sixstep/schedules';
    import { heNormal } from '@sixstep/initializers';
    import { setRandomSeed } from '@sixstep/random';
    import { useWasm } from '@sixstep/wasm';
    Object.assign(globalThis, { loadIris, RandomState, conv2d, dense, dropout, flatten, lstm, maxPooling2d, Model, sequential,
      progressBar, l1, l2, exponentialDecay, heNormal, setRandomSeed, useWasm });
  `);
  expect(gzip).toBeLessThan(60 * KB);
});
