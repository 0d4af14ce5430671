import { Tensor } from '@tensorflow/tfjs-core';
import { formatShape, formatValue } from '@sixstep/parts';
import type { Driver } from './driver.js';
import type { Optimizer, OptimizerState, Tensors } from './optimizer.js';

/** One number or tensor of an optimizer's state. */
export interface Slot {
  /** What it is: `iteration`, `learningRate`, `average`, `gradientAccumulator`, or the name of a slot such as `velocity`. */
  readonly slot: string;
  /** The variable that it belongs to; undefined for what there is but once. */
  readonly variable?: string;
  readonly value: number | Tensor;
}

/** A slot and where it is in the state. */
type Placed = Slot & { readonly path: readonly (string | number)[] };

/**
 * The state of an optimizer as a list, in the order of Keras' `optimizer.variables`, which is that of a `.keras` file:
 * iteration, learning rate (unless it is a schedule), averages, accumulated gradients, then the optimizer's own slots. Build
 * the optimizer first. The tensors remain the optimizer's.
 */
export function slots(optimizer: Optimizer): readonly Slot[] {
  return place(driverOf(optimizer, 'slots')).map(({ slot, variable, value }) => ({
    slot,
    ...(variable !== undefined && { variable }),
    value,
  }));
}

/**
 * Sets the whole state from a list in the order of `slots`. The tensors are copied.
 *
 * @throws Error if there are more or fewer values, or one has another shape; then nothing is changed
 */
export function setSlots(optimizer: Optimizer, values: readonly (number | Tensor)[]): void {
  const driver = driverOf(optimizer, 'setSlots');
  const places = place(driver);
  if (values.length !== places.length) {
    throw new Error(
      `setSlots: expected ${places.length} values, received ${values.length}. ` +
        `Build the optimizer for the same variables and with the same options first.`,
    );
  }
  const tree = thaw(driver.state);
  places.forEach(({ slot, variable, value, path }, i) => {
    const given = values[i]!;
    const fits =
      typeof value === 'number' ? typeof given === 'number' : given instanceof Tensor && sameShape(value, given);
    if (!fits) {
      const what = variable === undefined ? slot : `${slot} of ${variable}`;
      const expected = typeof value === 'number' ? 'a number' : `a tensor of shape ${formatShape(value.shape)}`;
      const received = given instanceof Tensor ? `a tensor of shape ${formatShape(given.shape)}` : formatValue(given);
      throw new Error(
        `setSlots: expected ${what} to be ${expected}, received ${received}. Pass the values in the order of slots.`,
      );
    }
    const branch = path.slice(0, -1).reduce((node, key) => node[key] as Branch, tree as Branch);
    branch[path.at(-1)!] = given;
  });
  driver.state = tree;
}

type Branch = Record<string | number, OptimizerState>;

function driverOf(optimizer: Optimizer, name: string): Driver<OptimizerState> {
  if (Object(optimizer) === optimizer && 'plan' in optimizer) return optimizer as Driver<OptimizerState>;
  throw new Error(`${name}: expected an optimizer of this package, received ${formatValue(optimizer)}.`);
}

/** A copy of the tree, with the same tensors, that may be written to. */
function thaw(state: OptimizerState): OptimizerState {
  if (typeof state === 'number' || state instanceof Tensor) return state;
  if (Array.isArray(state)) return (state as OptimizerState[]).map(thaw);
  return Object.fromEntries(Object.entries(state).map(([key, part]) => [key, thaw(part as OptimizerState)]));
}

function sameShape(a: Tensor, b: Tensor): boolean {
  return formatShape(a.shape) === formatShape(b.shape);
}

function place(driver: Driver<OptimizerState>): Placed[] {
  const { iterations, learningRate, transform, average, accumulator } = driver.state as Record<string, OptimizerState>;
  const variables = Object.keys(driver.known);
  const result: Placed[] = [{ slot: 'iteration', value: iterations as number, path: ['iterations'] }];
  if (learningRate !== undefined) {
    result.push({ slot: 'learningRate', value: learningRate as number, path: ['learningRate'] });
  }
  const list = (slot: string, variable: string, tensors: Tensors, path: Placed['path']): void => {
    const value = tensors[variable];
    if (value) result.push({ slot, variable, value, path: [...path, variable] });
  };
  for (const name of variables) if (average) list('average', name, average as Tensors, ['average']);
  for (const name of variables) {
    if (accumulator) list('gradientAccumulator', name, accumulator as Tensors, ['accumulator']);
  }
  const records: { slot: string; tensors: Tensors; path: Placed['path'] }[] = [];
  const scalars: Placed[] = [];
  const walk = (node: OptimizerState, path: Placed['path']): void => {
    const slot = String(path.at(-1));
    if (typeof node === 'number' || node instanceof Tensor) scalars.push({ slot, value: node, path });
    else if (Array.isArray(node)) (node as OptimizerState[]).forEach((part, i) => walk(part, [...path, i]));
    else if (isRecord(node, variables)) records.push({ slot, tensors: node as Tensors, path });
    else for (const [key, part] of Object.entries(node)) walk(part as OptimizerState, [...path, key]);
  };
  if (transform !== undefined) walk(transform, ['transform']);
  const groups = driver.plan.slots ?? [[...new Set(records.map(({ slot }) => slot))]];
  for (const group of groups) {
    for (const name of variables) {
      for (const slot of group) {
        for (const record of records) if (record.slot === slot) list(slot, name, record.tensors, record.path);
      }
    }
  }
  return [...result, ...scalars];
}

/** Whether the object holds one tensor per variable. */
function isRecord(node: object, variables: readonly string[]): boolean {
  const entries = Object.entries(node);
  return entries.length > 0 && entries.every(([key, part]) => part instanceof Tensor && variables.includes(key));
}
