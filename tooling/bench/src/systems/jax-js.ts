// jax-js on its WASM backend: the same models as pure functions, the whole step with Adam in one `jit`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { defaultDevice, init, jit, lax, nn, numpy as np, valueAndGrad, type Array as JaxArray } from '@jax-js/jax';
import { serve, type Request, type Stepper } from '../protocol.js';
import { VOCABULARY, inputs, labels, workloads, type Workload } from '../workloads.js';

type Params = JaxArray[];

/** Pseudo-random weights of a sensible size. */
function weight(...shape: number[]): JaxArray {
  const size = shape.reduce((product, n) => product * n, 1);
  const limit = Math.sqrt(6 / (shape.at(-1)! + size / shape.at(-1)!));
  return np.array(Float32Array.from({ length: size }, () => (Math.random() * 2 - 1) * limit)).reshape(shape);
}

const bias = (n: number): JaxArray => np.zeros([n]);

const shapes: Readonly<Record<Workload, () => Params>> = {
  iris: () => [weight(4, 3), bias(3)],
  epoch: () => [],
  mlp: () => [weight(784, 128), bias(128), weight(128, 10), bias(10)],
  cnn: () => [
    weight(32, 1, 3, 3),
    bias(32),
    weight(64, 32, 3, 3),
    bias(64),
    weight(1600, 128),
    bias(128),
    weight(128, 10),
    bias(10),
  ],
  lstm: () => [weight(28, 256), weight(64, 256), bias(256), weight(64, 10), bias(10)],
  text: () => [weight(VOCABULARY, 32), weight(32, 192), weight(64, 192), bias(192), weight(64, 2), bias(2)],
};

const dense = (x: JaxArray, w: JaxArray, b: JaxArray): JaxArray => np.dot(x, w).add(b);

function convolution(x: JaxArray, w: JaxArray, b: JaxArray): JaxArray {
  const y = lax.convGeneralDilated(x, w, [1, 1], 'VALID');
  return lax.reduceWindow(nn.relu(y.add(b.reshape([1, -1, 1, 1]))), np.max, [2, 2], [2, 2]);
}

/** The logits of a batch. Every use of an array but the last takes a `.ref`, as jax-js asks. */
function logits(workload: Workload, params: Params, x: JaxArray): JaxArray {
  const batch = x.shape[0]!;
  switch (workload) {
    case 'iris':
      return dense(x, params[0]!, params[1]!);
    case 'mlp':
      return dense(nn.relu(dense(x.reshape([batch, 784]), params[0]!, params[1]!)), params[2]!, params[3]!);
    case 'cnn': {
      const h = convolution(x.reshape([batch, 1, 28, 28]), params[0]!, params[1]!);
      const flat = convolution(h, params[2]!, params[3]!).reshape([batch, 1600]);
      return dense(nn.relu(dense(flat, params[4]!, params[5]!)), params[6]!, params[7]!);
    }
    case 'lstm': {
      const [kernel, recurrent, b, head, headBias] = params as [JaxArray, JaxArray, JaxArray, JaxArray, JaxArray];
      const steps = np.split(
        np
          .dot(x.reshape([batch * 28, 28]), kernel)
          .add(b)
          .reshape([batch, 28, 256]),
        28,
        1,
      );
      let h = np.zeros([batch, 64]);
      let c = np.zeros([batch, 64]);
      for (const step of steps) {
        const gates = step.reshape([batch, 256]).add(np.dot(h, recurrent.ref));
        const [i, f, g, o] = np.split(gates, 4, 1) as [JaxArray, JaxArray, JaxArray, JaxArray];
        c = nn
          .sigmoid(f)
          .mul(c)
          .add(nn.sigmoid(i).mul(np.tanh(g)));
        h = nn.sigmoid(o).mul(np.tanh(c.ref));
      }
      c.dispose();
      recurrent.dispose();
      return dense(h, head, headBias);
    }
    case 'text':
      throw new Error('no scan over 80 steps of a GRU in one jit');
    case 'epoch':
      throw new Error('no fit loop to compare with');
  }
}

function makeStep(workload: Workload): (...args: never[]) => never {
  const loss = (params: Params, x: JaxArray, y: JaxArray): JaxArray =>
    nn
      .logSoftmax(logits(workload, params, x))
      .mul(y)
      .sum()
      .mul(-1 / x.shape[0]!);
  return jit((params: Params, m: Params, v: Params, rate: JaxArray, x: JaxArray, y: JaxArray) => {
    const [value, gradients] = valueAndGrad(loss)(
      params.map((p) => p.ref) as never,
      x as never,
      y as never,
    ) as unknown as [JaxArray, Params];
    const next: { params: Params; m: Params; v: Params } = { params: [], m: [], v: [] };
    gradients.forEach((g, i) => {
      const first = m[i]!.mul(0.9).add(g.ref.mul(0.1));
      const second = v[i]!.mul(0.999).add(g.ref.mul(g).mul(0.001));
      next.params.push(params[i]!.sub(rate.ref.mul(first.ref).div(np.sqrt(second.ref).add(1e-7))));
      next.m.push(first);
      next.v.push(second);
    });
    rate.dispose();
    return { ...next, value };
  }) as never;
}

async function make({ workload, batch, steps }: Request): Promise<Stepper> {
  if (workload === 'iris' || workload === 'epoch') throw new Error('no fit loop to compare with');
  const { classes, x: shape } = workloads[workload];
  const size = shape.reduce((product: number, n) => product * n, batch);
  const x = inputs(workload, batch * steps);
  const y = labels(workload, batch * steps);
  const step = makeStep(workload) as unknown as (...args: unknown[]) => {
    params: Params;
    m: Params;
    v: Params;
    value: JaxArray;
  };
  let params = shapes[workload]();
  let m = params.map((p) => np.zeros(p.shape));
  let v = params.map((p) => np.zeros(p.shape));
  let t = 0;
  return async () => {
    for (let i = 0; i < steps; i++) {
      const rate = (1e-3 * Math.sqrt(1 - 0.999 ** ++t)) / (1 - 0.9 ** t);
      const oneHot = new Float32Array(batch * classes);
      for (let j = 0; j < batch; j++) oneHot[j * classes + y[i * batch + j]!] = 1;
      const batchX = np.array(x.slice(i * size, (i + 1) * size)).reshape([batch, ...shape]);
      const result = step(params, m, v, np.array(rate), batchX, np.array(oneHot).reshape([batch, classes]));
      ({ params, m, v } = result);
      await result.value.data();
    }
  };
}

await init('wasm');
defaultDevice('wasm');
// The package does not export its package.json.
const manifest = new URL('../package.json', pathToFileURL(createRequire(import.meta.url).resolve('@jax-js/jax')));
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
await serve({ '@jax-js/jax': version }, make);
