import { expect, test } from '@jest/globals';
import { bundle, outputOf, programOf } from './bundle.js';
import { lecture } from './programs.js';

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

test('derivatives that no part is made of are registered on request', () => {
  const program = (register: string): string => `
    import { furtherDerivatives, registerGradients } from '@sixstep/gradients';
    import { useWasm } from '@sixstep/wasm';
    import { grad, sin, tensor1d } from '@tensorflow/tfjs-core';
    await useWasm();
    ${register}
    try { console.log(grad(sin)(tensor1d([0])).dataSync()[0]); } catch ({ message }) { console.log(message); }
  `;
  expect(outputOf(program(''))).toEqual(['1']);
  expect(outputOf(program('registerGradients(furtherDerivatives);'), byPart)).toEqual(['1']);
  expect(outputOf(program(''), byPart)[0]).toContain('Sin');
});
