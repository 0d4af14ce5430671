import { adam, adamW, nadam, type Optimizer, rmsprop, sgd } from '@sixstep/optimizers';
import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  backend,
  getBackend,
  getKernel,
  type KernelConfig,
  memory,
  randomNormal,
  registerKernel,
  type Tensor,
  type TensorInfo,
  tidy,
  unregisterKernel,
  variable,
  type Variable,
} from '@tensorflow/tfjs-core';

/** The optimizers that a kernel may take over, each with the kernel's name. */
const table: [string, string, () => Optimizer][] = [
  ['sgd', 'SixstepSgd', () => sgd({ learningRate: 0.1 })],
  ['sgd with weight decay', 'SixstepSgd', () => sgd({ weightDecay: 0.1, excludeFromWeightDecay: ['bias'] })],
  ['momentum', 'SixstepMomentum', () => sgd({ momentum: 0.9, weightDecay: 0.1 })],
  [
    'nesterov, and a schedule',
    'SixstepMomentum',
    () => sgd({ momentum: 0.9, nesterov: true, learningRate: (t) => 1 / (9 + t) }),
  ],
  ['dampening', 'SixstepMomentum', () => sgd({ momentum: 0.9, dampening: 0.9 })],
  [
    'dampening as in PyTorch, nesterov',
    'SixstepMomentum',
    () => sgd({ momentum: 0.9, dampening: 0.5, dampenFirstStep: false, nesterov: true }),
  ],
  ['rmsprop', 'SixstepRmsprop', () => rmsprop({ learningRate: 0.01, rho: 0.8, weightDecay: 0.01 })],
  ['adam', 'SixstepAdam', () => adam({ learningRate: 0.01 })],
  [
    'adam, clipped and averaged',
    'SixstepAdam',
    () => adam({ clipnorm: 1, gradientAccumulationSteps: 2, useEma: true }),
  ],
  [
    'adamW',
    'SixstepAdam',
    () => adamW({ learningRate: 0.01, weightDecay: 0.1, excludeFromWeightDecay: (name) => name === 'bias' }),
  ],
  ['nadam', 'SixstepNadam', () => nadam({ learningRate: 0.01, weightDecay: 0.1 })],
];

const shapes: Record<string, number[]> = { kernel: [13, 7], bias: [7], one: [1, 1], scalar: [], conv: [3, 3, 2, 5] };

function run(optimizer: Optimizer, steps = 7): number[] {
  const variables: Record<string, Variable> = {};
  Object.entries(shapes).forEach(([name, shape], i) => {
    variables[name] = tidy(() => variable(randomNormal(shape, 0, 1, 'float32', i + 1)));
  });
  for (let step = 0; step < steps; step++) {
    const gradients: Record<string, Tensor> = {};
    Object.entries(shapes).forEach(([name, shape], i) => {
      gradients[name] = randomNormal(shape, 0, 1, 'float32', 10 * step + i + 1);
    });
    optimizer.apply(gradients, variables);
    for (const g of Object.values(gradients)) g.dispose();
  }
  optimizer.finalize(variables);
  const result = Object.values(variables).flatMap((v) => [...v.dataSync()]);
  optimizer.dispose();
  for (const v of Object.values(variables)) v.dispose();
  return result;
}

function without<T>(kernelName: string, f: () => T): T {
  const kernel = getKernel(kernelName, getBackend()) as KernelConfig | undefined;
  if (kernel) unregisterKernel(kernelName, getBackend());
  try {
    return f();
  } finally {
    if (kernel) registerKernel(kernel);
  }
}

function expectSame(got: number[], expected: number[]): void {
  got.forEach((value, i) =>
    expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(expected[i]!))),
  );
}

/** What a kernel does to one element: the new value, after `slots` has been written to. */
type Formula = (w: number, g: number, slots: Record<string, number>, a: Record<string, number>) => number;

/** The contract in src/fused.ts, element by element. */
const formulas: Record<string, Formula> = {
  SixstepSgd: (w, g, _, { learningRate }) => w - learningRate! * g,
  SixstepMomentum: (w, g, s, { gradientScale, momentum, nesterov, stepScale }) => {
    const a = gradientScale! * g;
    s['momentum'] = momentum! * s['momentum']! + a;
    return w + stepScale! * (nesterov ? momentum! * s['momentum'] + a : s['momentum']);
  },
  SixstepRmsprop: (w, g, s, { learningRate, rho, velocityRate, epsilon }) => {
    s['velocity'] = rho! * s['velocity']! + velocityRate! * g * g;
    return w - (learningRate! * g) / Math.sqrt(s['velocity'] + epsilon!);
  },
  SixstepAdam: (w, g, s, { momentumRate, velocityRate, alpha, epsilon }) => {
    s['momentum']! += (g - s['momentum']!) * momentumRate!;
    s['velocity']! += (g * g - s['velocity']!) * velocityRate!;
    return w - (alpha! * s['momentum']!) / (Math.sqrt(s['velocity']!) + epsilon!);
  },
  SixstepNadam: (w, g, s, { momentumRate, velocityRate, momentumScale, gradientScale, velocityScale, epsilon }) => {
    s['momentum']! += (g - s['momentum']!) * momentumRate!;
    s['velocity']! += (g * g - s['velocity']!) * velocityRate!;
    const step = momentumScale! * s['momentum']! + gradientScale! * g;
    return w - step / (Math.sqrt(s['velocity']! * velocityScale!) + epsilon!);
  },
};

let calls = 0;

/** Registers a slow kernel in JavaScript that keeps the contract. */
function registerReference(kernelName: string): void {
  registerKernel({
    kernelName,
    backendName: getBackend(),
    kernelFunc: ({ inputs, attrs }) => {
      calls++;
      const { variable: w, gradient: g, ...slots } = inputs as Record<string, TensorInfo>;
      const numbers = (info: TensorInfo): Float32Array => view(info);
      const [values, gradient] = [numbers(w!), numbers(g!)];
      const stores = Object.entries(slots).map(([name, info]) => [name, numbers(info)] as const);
      const a = attrs as unknown as Record<string, number>;
      const result = Float32Array.from(values, (value, i) => {
        const element = Object.fromEntries(stores.map(([name, data]) => [name, data[i]!]));
        const next = formulas[kernelName]!(value - a['decay']! * value, gradient[i]!, element, a);
        for (const [name, data] of stores) data[i] = element[name]!;
        return next;
      });
      const native = backend() as unknown as { makeOutput(shape: number[], dtype: string): TensorInfo };
      const out = native.makeOutput(w!.shape, 'float32');
      view(out).set(result);
      return out;
    },
  });
}

/** The memory of a tensor of the WASM backend, to be written to. */
function view({ dataId }: TensorInfo): Float32Array {
  const { wasm, dataIdMap } = backend() as unknown as {
    wasm: { HEAPU8: Uint8Array };
    dataIdMap: { get(id: object): { memoryOffset: number; shape: number[] } };
  };
  const { memoryOffset, shape } = dataIdMap.get(dataId);
  return new Float32Array(
    wasm.HEAPU8.buffer,
    memoryOffset,
    shape.reduce((a, b) => a * b, 1),
  );
}

describe.each(table)('%s by %s', (_, kernelName, make) => {
  const registered = getKernel(kernelName, 'wasm') !== undefined;
  (registered ? test : test.skip)('the kernel of the WASM backend equals the chain', () => {
    const before = memory();
    expectSame(
      run(make()),
      without(kernelName, () => run(make())),
    );
    expect(memory().numTensors).toBe(before.numTensors);
    expect(memory().numDataBuffers).toBe(before.numDataBuffers);
  });

  test('a kernel after the contract equals the chain', () => {
    const expected = without(kernelName, () => run(make()));
    without(kernelName, () => {
      registerReference(kernelName);
      try {
        calls = 0;
        const { numTensors, numDataBuffers } = memory();
        expectSame(run(make()), expected);
        expect(calls).toBeGreaterThanOrEqual(3 * Object.keys(shapes).length);
        expect(memory().numTensors).toBe(numTensors);
        expect(memory().numDataBuffers).toBe(numDataBuffers);
      } finally {
        unregisterKernel(kernelName, getBackend());
      }
    });
  });
});

describe('the chain runs where no kernel can', () => {
  beforeEach(() => void (calls = 0));

  test.each([
    ['SixstepAdam', () => adam({ epsilon: 0 })],
    ['SixstepAdam', () => adam({ amsgrad: true })],
    ['SixstepNadam', () => nadam({ epsilon: 0 })],
    ['SixstepRmsprop', () => rmsprop({ centered: true })],
    ['SixstepRmsprop', () => rmsprop({ momentum: 0.9 })],
    ['SixstepRmsprop', () => rmsprop({ epsilon: 0 })],
  ] as const)('%s, %s', (kernelName, make) => {
    without(kernelName, () => {
      registerReference(kernelName);
      try {
        run(make(), 1);
        expect(calls).toBe(0);
      } finally {
        unregisterKernel(kernelName, getBackend());
      }
    });
  });
});

test('a slot whose data is shared with a clone is copied before a kernel writes to it', () => {
  without('SixstepAdam', () => {
    registerReference('SixstepAdam');
    const optimizer = adam();
    const w = tidy(() => variable(randomNormal([5], 0, 1, 'float32', 1)));
    const g = randomNormal([5], 0, 1, 'float32', 2);
    optimizer.apply({ w: g }, { w });
    const { momentum } = (optimizer.state as unknown as { transform: [{ momentum: { w: Tensor } }] }).transform[0];
    const before = [...momentum.w.dataSync()];
    // A second tensor on the same data, as an Identity that does not copy would make it.
    const native = backend() as unknown as {
      incRef(id: object): void;
      disposeData(id: object, force?: boolean): boolean;
    };
    const { dataId } = momentum.w;
    native.incRef(dataId);
    optimizer.apply({ w: g }, { w });
    expect([...view({ dataId, shape: [5], dtype: 'float32' })]).toEqual(before);
    const after = (optimizer.state as unknown as { transform: [{ momentum: { w: Tensor } }] }).transform[0].momentum.w;
    expect([...after.dataSync()]).not.toEqual(before);
    native.disposeData(dataId);
    optimizer.dispose();
    w.dispose();
    g.dispose();
    unregisterKernel('SixstepAdam', getBackend());
  });
});
