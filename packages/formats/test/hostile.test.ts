import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import {
  compileFromKeras,
  FormatError,
  fromKerasConfig,
  loadWeightsH5,
  readKeras,
  readKerasH5,
  writeKeras,
} from '@sixstep/formats';
import { dense, input } from '@sixstep/layers';
import { sequential } from '@sixstep/model';
import { memory } from '@tensorflow/tfjs-core';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { File, ready, type Group } from 'h5wasm';

const fixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`../../../tooling/conformance/fixtures/keras-files/${name}`, import.meta.url));

const model = sequential([input({ shape: [3] }), dense({ units: 2 })]);
model.compile({ loss: 'meanSquaredError' });
const files = unzipSync(await writeKeras(model));
const archive = (changes: Zippable, level: 0 | 9 = 0): Uint8Array => zipSync({ ...files, ...changes }, { level });
const text = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

/** The archive with a name replaced by one as long, in the directory and before the file. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const out = Buffer.from(bytes);
  for (let at = out.indexOf(from); at >= 0; at = out.indexOf(from, at + 1)) out.write(to, at, 'latin1');
  return out;
}

/** The archive with a number in the directory's entry of a file. */
function entry(bytes: Uint8Array, name: string, offset: number, value: number): Uint8Array {
  const out = Buffer.from(bytes);
  out.writeUInt32LE(value, out.lastIndexOf(name) - 46 + offset);
  return out;
}

async function refused(bytes: Uint8Array, message: string): Promise<void> {
  const before = memory().numTensors;
  await expect(readKeras(bytes)).rejects.toThrow(FormatError);
  await expect(readKeras(bytes)).rejects.toThrow(message);
  expect(memory().numTensors).toBe(before);
}

describe('archives', () => {
  test.each(['/etc/passwd', '../x/y', 'a/../../b', 'C:/x', 'a\\..\\b', './a', 'a\0b', ''])(
    'with the name %j',
    async (name) => {
      await refused(archive({ [name]: text('x') }), 'readKeras: expected names within the archive, received');
    },
  );

  test.each<[string, () => Uint8Array, string]>([
    ['no archive', () => text('hello'), 'expected a zip archive, received none, or a torn one'],
    ['a torn one', () => archive({}).slice(0, -30), 'expected a zip archive, received none, or a torn one'],
    [
      'a name twice',
      () => renamed(archive({ 'config.jsox': text('{}') }), 'config.jsox', 'config.json'),
      "expected each file once, received 'config.json' again.",
    ],
    [
      'no weights',
      () => zipSync({ 'config.json': files['config.json']! }),
      'expected model.weights.h5 in the archive, received config.json.',
    ],
    ['a bomb', () => archive({ bomb: new Uint8Array(5e7) }, 9), "expected 'bomb' to unpack to at most 100 times its"],
    [
      'a size beyond memory',
      () => entry(archive({}), 'config.json', 24, 0xfffffff0),
      'expected at most 2147483648 bytes unpacked',
    ],
    [
      'a size that lies',
      () => entry(archive({}), 'config.json', 24, 10),
      "expected 'config.json' to have 10 bytes, received more",
    ],
    [
      'a checksum that lies',
      () => entry(archive({}), 'config.json', 16, 1),
      "expected the checksum of 'config.json' to agree",
    ],
    ['files that overlap', () => entry(archive({}), 'metadata.json', 20, 500), 'expected files one after the other'],
    [
      'a place beyond the end',
      () => entry(archive({}), 'config.json', 42, 0x7fffffff),
      "expected 'config.json' at byte 2147483647",
    ],
  ])('%s', async (_, bytes, message) => refused(bytes(), message));

  test('more than the bound in all, each of them less', async () => {
    const bytes = archive({ a: new Uint8Array(600), b: new Uint8Array(600) });
    const size = Object.values(files).reduce((sum, { length }) => sum + length, 0);
    await expect(readKeras(bytes, { maxBytes: size + 1000 })).rejects.toThrow(
      `readKeras: expected at most ${size + 1000} bytes unpacked, received ${size + 1200} at 'b'.`,
    );
  });
});

describe('configs', () => {
  const config = JSON.parse(new TextDecoder().decode(files['config.json'])) as {
    config: { layers: { class_name: string; config: Record<string, unknown> }[] };
    compile_config: Record<string, unknown>;
  };
  const changed = (change: (copy: typeof config) => void): Uint8Array => {
    const copy = structuredClone(config);
    change(copy);
    return archive({ 'config.json': text(copy) });
  };
  const layer = (change: object): Uint8Array => changed((copy) => Object.assign(copy.config.layers[1]!, change));
  const option = (change: object): Uint8Array =>
    changed((copy) => Object.assign(copy.config.layers[1]!.config, change));

  test.each<[string, Uint8Array, string]>([
    [
      'a Lambda with code',
      layer({ class_name: 'Lambda', config: { function: { class_name: '__lambda__', config: { code: 'x' } } } }),
      'a Lambda layer holds code. Code in files is never run',
    ],
    [
      'a lambda as an activation',
      option({ activation: { class_name: '__lambda__', config: { code: 'x' } } }),
      'a lambda holds code. Code in files is never run',
    ],
    ['an unknown layer', layer({ class_name: 'Dens' }), 'there is no layer Dens. Did you mean Dense?'],
    ['a class that is none', layer({ class_name: 'constructor' }), 'there is no layer constructor.'],
    ['a helper for a layer', layer({ class_name: 'withWeightLimit' }), 'there is no layer withWeightLimit.'],
    [
      'an unknown initializer',
      option({ kernel_initializer: { module: 'keras.initializers', class_name: 'GlorotUnifrm', config: {} } }),
      'there is no GlorotUnifrm among the initializers. Did you mean glorotUniform?',
    ],
    [
      'an initializer from elsewhere',
      option({ kernel_initializer: { module: 'os', class_name: 'system', config: { command: 'x' } } }),
      'there is no system among the initializers.',
    ],
    [
      'an unknown activation',
      option({ activation: 'rleu' }),
      "cannot make Dense 'dense': dense: unknown activation 'rleu'.",
    ],
    [
      'units of NaN',
      option({ units: 'NaN' }),
      "cannot make Dense 'dense': dense: expected units to be an integer >= 1, received NaN.",
    ],
    [
      'units of 2^53',
      option({ units: 2 ** 53 }),
      "cannot make Dense 'dense': dense: expected units to be an integer >= 1",
    ],
    ['units of 2^50', option({ units: 2 ** 50 }), 'numbers a sample, received'],
    [
      'more weights than the file holds',
      option({ units: 1e6 }),
      'expected no more weights than the file holds, received kernel of shape [3, 1000000].',
    ],
    [
      'an input of NaN',
      changed((copy) => (copy.config.layers[0]!.config['batch_shape'] = [null, 'NaN'])),
      'expected a shape to be a list of positive integers or null',
    ],
    [
      'an input of 2^53',
      changed((copy) => (copy.config.layers[0]!.config['batch_shape'] = [null, 2 ** 53])),
      'expected a shape to be a list of positive integers or null',
    ],
    [
      'an input of 2^40',
      changed((copy) => (copy.config.layers[0]!.config['batch_shape'] = [null, 2 ** 40])),
      'expected at most 67108864 numbers a sample',
    ],
    ['padding without end', layer({ class_name: 'ZeroPadding1D', config: { padding: 1e9 } }), 'numbers a sample'],
    [
      'no layers',
      changed((copy) => Object.assign(copy.config, { layers: 7 })),
      'expected layers of the form { class_name, config }, received 7.',
    ],
    [
      'an unknown optimizer',
      changed(
        (copy) => (copy.compile_config['optimizer'] = { module: 'keras.optimizers', class_name: 'Adan', config: {} }),
      ),
      'there is no Adan among the optimizers. Did you mean adam?',
    ],
    [
      '__proto__',
      archive({ 'config.json': text('{"class_name": "Sequential", "__proto__": {}}') }),
      "config.json: expected no key '__proto__', received one",
    ],
    [
      'a repeated key',
      archive({ 'config.json': text('{"class_name": "Sequential", "class_name": "x"}') }),
      'config.json: expected each key once, received "class_name" again',
    ],
    [
      '100,000 levels',
      archive({ 'config.json': text('{"a":'.repeat(1e5)) }),
      'config.json: expected at most 100 levels',
    ],
    [
      'models in models',
      archive({ 'config.json': text('{"class_name": "Sequential", "config": {"layers": ['.repeat(40)) }),
      'config.json: expected at most 100 levels',
    ],
    [
      'a class of the user',
      archive({ 'config.json': text({ class_name: 'MyModel', config: {} }) }),
      "expected a Sequential or Functional model, received 'MyModel'. Make the model itself, and load the weights alone.",
    ],
    ['no UTF-8', archive({ 'config.json': Uint8Array.of(0xff, 0xfe) }), 'config.json: expected UTF-8'],
  ])('%s', async (_, bytes, message) => refused(bytes, message));

  test('a graph that leads in a circle', () => {
    const node = (from: string) => [
      { args: [{ class_name: '__keras_tensor__', config: { keras_history: [from, 0, 0] } }], kwargs: {} },
    ];
    const item = (name: string, from: string) => ({
      class_name: 'Dense',
      name,
      config: { name, units: 1 },
      inbound_nodes: node(from),
    });
    const circle = {
      class_name: 'Functional',
      config: { layers: [item('a', 'b'), item('b', 'a')], input_layers: ['a', 0, 0], output_layers: ['b', 0, 0] },
    };
    expect(() => fromKerasConfig(circle)).toThrow(
      "fromKerasConfig: expected layers that the inputs lead to, received 'a', 'b'.",
    );
  });

  test('compile with a lambda', () => {
    expect(() => compileFromKeras({ loss: { class_name: '__lambda__', config: {} } })).toThrow(
      'Code in files is never run',
    );
  });
});

describe('HDF5 files', () => {
  test('no HDF5', async () => {
    await expect(loadWeightsH5(model, text('x'))).rejects.toThrow(
      'loadWeightsH5: expected an HDF5 file, received something else.',
    );
    await refused(
      archive({ 'model.weights.h5': text('x') }),
      'readKeras: expected an HDF5 file, received something else.',
    );
  });

  test('torn at any place', async () => {
    const bytes = await fixture('legacy-mlp.h5');
    for (let end = 0; end < bytes.length; end += 997)
      await expect(readKerasH5(bytes.subarray(0, end))).rejects.toThrow(FormatError);
  });

  /** A file whose `layers/dense/vars/0` is what `fill` makes of it. */
  async function weightsWith(fill: (vars: Group) => void): Promise<Uint8Array> {
    const { FS } = (await ready) as unknown as { FS: { readFile(path: string): Uint8Array } };
    const file = new File('/hostile.h5', 'w');
    const layers = file.create_group('layers');
    const vars = layers.create_group('dense').create_group('vars');
    fill(vars);
    vars.create_dataset({ name: '1', data: new Float32Array(2), shape: [2] });
    file.close();
    return FS.readFile('/hostile.h5');
  }

  test('a bomb', async () => {
    const bytes = await weightsWith((vars) =>
      vars.create_dataset({
        name: '0',
        data: new Float32Array(4e6),
        shape: [2000, 2000],
        chunks: [2000, 2000],
        compression: 9,
      }),
    );
    expect(bytes.length).toBeLessThan(1e5);
    await expect(loadWeightsH5(model, bytes)).rejects.toThrow(FormatError);
    await expect(loadWeightsH5(model, bytes)).rejects.toThrow(
      `expected 'layers/dense/vars/0' to be an array that fits the file of ${bytes.length} bytes, received '16000000 bytes'.`,
    );
  });

  test.each<[string, (vars: Group) => void]>([
    ['another file', (vars) => vars.create_external_link('/etc/passwd', '/', '0')],
    ['nothing', (vars) => vars.create_soft_link('/nowhere', '0')],
  ])('a link to %s', async (_, fill) => {
    const bytes = await weightsWith(fill);
    await expect(loadWeightsH5(model, bytes)).rejects.toThrow(FormatError);
    await expect(loadWeightsH5(model, bytes)).rejects.toThrow('received a link');
  });

  test('weights alone where a whole model is wanted', async () => {
    await expect(readKerasH5(await fixture('mlp.weights.h5'))).rejects.toThrow(
      'readKerasH5: expected a whole model, received a file without model_config.',
    );
  });
});

test('no code is made of texts: files are read and written where that is forbidden', () => {
  const code = `
    import { readFile } from 'node:fs/promises';
    import { readCheckpoint, readKeras, readKerasH5, readSafetensors, weightArrays, writeKeras, writeOnnx, writeSafetensors, writeWeightsH5 }
      from '@sixstep/formats';
    import { useWasm } from '@sixstep/wasm';
    await useWasm();
    const fixture = (name) => readFile('../../tooling/conformance/fixtures/keras-files/' + name);
    await readKerasH5(await fixture('legacy-mlp.h5'));
    const model = await readKeras(await fixture('cnn-batchnorm-rmsprop.keras'));
    await readKeras(await writeKeras(model));
    await writeWeightsH5(model);
    writeOnnx(model);
    readSafetensors(writeSafetensors(weightArrays(model)));
    await readCheckpoint(new Uint8Array(9)).catch((error) => console.log(error.message));
    try { eval('1'); } catch (error) { console.log(error.name); }`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--input-type=module', '-e', code],
    { encoding: 'utf8' },
  );
  expect({ stdout, stderr }).toStrictEqual({
    stdout: 'readCheckpoint: expected a checkpoint, received another file, or a torn one.\nEvalError\n',
    stderr: '',
  });
});
