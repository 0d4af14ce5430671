import { loadIris, standardize, takeRows, type ArrayData } from '@sixstep/datasets';
import { Generator } from '@sixstep/random';
import type { PlaneDataName, PlaneSetup } from './plane-setup.js';

/** The plane reaches from -LIMIT to LIMIT in both directions. */
export const LIMIT = 3;

/** Points of shape [n, 2] and their classes. */
export interface Points {
  readonly x: ArrayData<Float32Array>;
  readonly y: ArrayData<Int32Array>;
}

export interface PlaneData {
  readonly train: Points;
  readonly test: Points;
  readonly classes: number;
}

/** A point of class `label`, drawn without noise. */
type Draw = (label: number, random: Generator) => readonly [number, number];

const draws: Readonly<Record<Exclude<PlaneDataName, 'iris'>, Draw>> = {
  moons(label, random) {
    const angle = Math.PI * random.uniform();
    return label === 0
      ? [1.75 * Math.cos(angle) - 0.8, 1.75 * Math.sin(angle) - 0.4]
      : [0.8 - 1.75 * Math.cos(angle), 0.4 - 1.75 * Math.sin(angle)];
  },
  circles(label, random) {
    const angle = 2 * Math.PI * random.uniform();
    const radius = label === 0 ? 1.1 * Math.sqrt(random.uniform()) : 1.9 + 0.6 * random.uniform();
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  },
  xor(label, random) {
    const x = (random.uniform() < 0.5 ? -1 : 1) * (0.25 + 2.25 * random.uniform());
    const y = 0.25 + 2.25 * random.uniform();
    return [x, label === 0 ? Math.sign(x) * y : -Math.sign(x) * y];
  },
  spiral(label, random) {
    const t = Math.sqrt(random.uniform());
    const angle = 1.75 * t * 2 * Math.PI + label * Math.PI;
    return [2.7 * t * Math.sin(angle), 2.7 * t * Math.cos(angle)];
  },
};

function points(rows: readonly (readonly [number, number])[], labels: readonly number[]): Points {
  return {
    x: { data: Float32Array.from(rows.flat()), shape: [rows.length, 2] },
    y: { data: Int32Array.from(labels), shape: [rows.length] },
  };
}

function drawn(name: Exclude<PlaneDataName, 'iris'>, samples: number, noise: number, random: Generator): Points {
  const labels = Array.from({ length: samples }, (_, i) => i % 2);
  const rows = labels.map((label) => {
    const [x, y] = draws[name](label, random);
    return [x + noise * random.normal(), y + noise * random.normal()] as const;
  });
  return points(rows, labels);
}

/** Length and width of the petals, standardized: 75 flowers to train on, the others for the test. */
function petals(samples: number, noise: number, random: Generator): PlaneData {
  const { x, y } = loadIris();
  const order = random.permutation(150);
  const two = Float32Array.from(order, (row) => x.data[4 * row + 2]!);
  const rows = Array.from(two, (length, i) => [length, x.data[4 * order[i]! + 3]!] as const);
  const labels = Array.from(order, (row) => y.data[row]!);
  const all = points(rows, labels);
  const trained = Math.min(samples, 75);
  const part = (begin: number, end: number): Points => {
    const indices = Array.from({ length: end - begin }, (_, i) => begin + i);
    return { x: takeRows(all.x, indices), y: takeRows(all.y, indices) } as Points;
  };
  const scaler = standardize(part(0, trained).x);
  const scaled = ({ x: lengths, y: species }: Points): Points => {
    const data = Float32Array.from(scaler.transform(lengths).data, (value) => 1.4 * value + noise * random.normal());
    return { x: { data, shape: lengths.shape }, y: species };
  };
  return { train: scaled(part(0, trained)), test: scaled(part(75, 150)), classes: 3 };
}

/** The points of a set-up; the seed draws them. */
export function planeData({ data, samples, noise, seed }: PlaneSetup): PlaneData {
  const random = new Generator(seed);
  if (data === 'iris') return petals(samples, noise, random);
  return { train: drawn(data, samples, noise, random), test: drawn(data, samples, noise, random), classes: 2 };
}
