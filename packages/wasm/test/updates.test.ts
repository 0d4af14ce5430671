import { useWasm } from '@sixstep/wasm';
import { beforeAll, describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { random } from './random.js';

beforeAll(() => useWasm());

type Numbers = Record<string, number>;

/** One element in double precision: w, g and the slots before; the next w, and the slots after. */
type Update = (w: number, g: number, slots: Numbers, a: Numbers) => Numbers;

const updates: Record<string, { slots: string[]; attributes: Numbers; update: Update }> = {
  SixstepSgd: {
    slots: [],
    attributes: { decay: 0.01, learningRate: 0.1 },
    update: (w, g, _, a) => ({ w: w - a['decay']! * w - a['learningRate']! * g }),
  },
  SixstepMomentum: {
    slots: ['momentum'],
    attributes: { decay: 0.01, gradientScale: 0.7, momentum: 0.9, nesterov: 1, stepScale: -0.1 },
    update: (w, g, s, a) => {
      const scaled = a['gradientScale']! * g;
      const m = a['momentum']! * s['momentum']! + scaled;
      const step = a['nesterov'] === 1 ? a['momentum']! * m + scaled : m;
      return { w: w - a['decay']! * w + a['stepScale']! * step, momentum: m };
    },
  },
  SixstepRmsprop: {
    slots: ['velocity'],
    attributes: { decay: 0, learningRate: 0.01, rho: 0.9, velocityRate: 0.1, epsilon: 1e-7 },
    update: (w, g, s, a) => {
      const v = a['rho']! * s['velocity']! + a['velocityRate']! * g * g;
      return { w: w - a['decay']! * w - (a['learningRate']! * g) / Math.sqrt(v + a['epsilon']!), velocity: v };
    },
  },
  SixstepAdam: {
    slots: ['momentum', 'velocity'],
    attributes: { decay: 0.004, momentumRate: 0.1, velocityRate: 0.001, alpha: 0.02, epsilon: 1e-7 },
    update: (w, g, s, a) => {
      const m = s['momentum']! + (g - s['momentum']!) * a['momentumRate']!;
      const v = s['velocity']! + (g * g - s['velocity']!) * a['velocityRate']!;
      return { w: w - a['decay']! * w - (a['alpha']! * m) / (Math.sqrt(v) + a['epsilon']!), momentum: m, velocity: v };
    },
  },
  SixstepNadam: {
    slots: ['momentum', 'velocity'],
    attributes: {
      decay: 0.004,
      momentumRate: 0.1,
      velocityRate: 0.001,
      momentumScale: 0.009,
      gradientScale: 0.002,
      velocityScale: 1.7,
      epsilon: 1e-7,
    },
    update: (w, g, s, a) => {
      const m = s['momentum']! + (g - s['momentum']!) * a['momentumRate']!;
      const v = s['velocity']! + (g * g - s['velocity']!) * a['velocityRate']!;
      const step = a['momentumScale']! * m + a['gradientScale']! * g;
      const divisor = Math.sqrt(v * a['velocityScale']!) + a['epsilon']!;
      return { w: w - a['decay']! * w - step / divisor, momentum: m, velocity: v };
    },
  },
};

describe.each(Object.entries(updates))('%s', (name, { slots, attributes, update }) => {
  function run(
    w: Float32Array,
    g: Float32Array,
    state: Record<string, Float32Array>,
    a: Numbers,
  ): Record<string, Float32Array> {
    return tf.tidy(() => {
      const tensors = Object.fromEntries(slots.map((slot) => [slot, tf.tensor1d(state[slot]!)]));
      const [variable, gradient] = [tf.tensor1d(w), tf.tensor1d(g)];
      const next = tf.engine().runKernel(name, { variable, gradient, ...tensors }, a) as tf.Tensor;
      expect(next.dataId).not.toBe(variable.dataId);
      expect([variable.dataSync(), gradient.dataSync()]).toEqual([w, g]);
      const changed = Object.fromEntries(slots.map((slot) => [slot, tensors[slot]!.dataSync() as Float32Array]));
      return { w: next.dataSync() as Float32Array, ...changed };
    });
  }

  test('is its formula, for any number of elements, the slots in place', () => {
    const { values } = random(3);
    for (let n = 0; n <= 67; n++) {
      const [w, g] = [values([n]).data, values([n]).data];
      const state = Object.fromEntries(slots.map((slot) => [slot, values([n]).data.map((v) => v * v)]));
      for (const a of [attributes, { ...attributes, decay: 0, ...('nesterov' in attributes && { nesterov: 0 }) }]) {
        const actual = run(w, g, state, a);
        for (let i = 0; i < n; i++) {
          const before = Object.fromEntries(slots.map((slot) => [slot, state[slot]![i]!]));
          for (const [key, value] of Object.entries(update(w[i]!, g[i]!, before, a))) {
            expect(Math.abs(actual[key]![i]! - value)).toBeLessThan(3e-7 * Math.max(1, Math.abs(value)));
          }
        }
      }
    }
  });

  test('lets NaN and infinities pass, in their places alone', () => {
    const g = Float32Array.from([NaN, 1, Infinity, 1, 1]);
    const state = Object.fromEntries(slots.map((slot) => [slot, new Float32Array(5).fill(0.5)]));
    const { w } = run(new Float32Array(5).fill(1), g, state, attributes);
    expect(Array.from(w!, Number.isFinite)).toEqual([false, true, false, true, true]);
  });

  test('makes a slot 0 that has decayed to a subnormal number, and keeps the least normal one', () => {
    const least = 2 ** -126;
    const zeros = new Float32Array(6);
    const state = Object.fromEntries(slots.map((slot) => [slot, new Float32Array(6).fill(least)]));
    const decayed = run(zeros, zeros, state, attributes);
    const same = run(zeros, zeros, state, { ...attributes, momentum: 1, momentumRate: 0, velocityRate: 0, rho: 1 });
    for (const slot of slots) {
      expect(decayed[slot]).toEqual(zeros);
      expect(same[slot]).toEqual(state[slot]);
    }
  });
});
