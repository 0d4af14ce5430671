import { add, clone, engine, type Scalar, scalar, Tensor, tidy, type Variable } from '@tensorflow/tfjs-core';

type Tape = ReturnType<typeof engine>['state']['activeTape'];

/**
 * The value of `f` and its derivatives by the variables, in their order; undefined for those that `f` does not depend on.
 *
 * It walks the tape of TensorFlow.js backwards, as `variableGrads` does, at less expense: a tidy for each operation and not
 * for each of its inputs, and no copy of the tape. If `f` or a derivative throws, so does this, and the tensors that the tape
 * has kept are disposed, which `variableGrads` leaves undone.
 *
 * @throws Error if `f` does not return a scalar that depends on one of the variables, or if an operation has no derivative
 */
export function differentiate(
  f: () => Scalar,
  variables: readonly Variable[],
): { readonly value: Scalar; readonly gradients: readonly (Tensor | undefined)[] } {
  const tf = engine();
  const { keep, state } = tf;
  const outermost = state.gradientDepth === 0;
  if (outermost) state.activeTape = [];
  const tape = state.activeTape;
  const kept: Tensor[] = [];
  // An operation that throws after it has kept tensors leaves them on no tape. What is kept outside of one is somebody's own.
  tf.keep = (tensor) => {
    if (state.kernelDepth > 0) kept.push(tensor);
    return keep.call(tf, tensor) as typeof tensor;
  };
  try {
    state.gradientDepth++;
    let value: Scalar;
    try {
      value = tidy(f);
    } finally {
      state.gradientDepth--;
    }
    if (!(value instanceof Tensor) || value.rank !== 0) {
      throw new Error(`differentiate: expected f to return a scalar, received ${describe(value)}.`);
    }
    return { value, gradients: backpropagate(tape, value, variables) };
  } catch (error) {
    if (outermost) for (const tensor of kept) tensor.dispose();
    throw error;
  } finally {
    tf.keep = keep;
    if (outermost) {
      for (const { saved } of tape) for (const tensor of saved ?? []) tensor.dispose();
      state.activeTape = [];
    }
  }
}

/** The derivatives of `value` by the variables; what else is made on the way is disposed. */
function backpropagate(tape: Tape, value: Scalar, variables: readonly Variable[]): (Tensor | undefined)[] {
  const depends = new Set<number>();
  for (const { id } of variables) depends.add(id);
  for (const { inputs, outputs } of tape) {
    for (const name in inputs) {
      if (!depends.has(inputs[name]!.id)) continue;
      for (const { id } of outputs) depends.add(id);
      break;
    }
  }
  if (!depends.has(value.id)) {
    throw new Error('differentiate: expected f to depend on one of the variables, received a value that does not.');
  }
  return tidy(() => {
    const derivatives = new Map<number, Tensor>([[value.id, scalar(1)]]);
    for (let i = tape.length - 1; i >= 0; i--) backThrough(tape[i]!, depends, derivatives);
    return variables.map(({ id }) => derivatives.get(id)) as Tensor[];
  });
}

/** Adds what flows back through one operation to the derivatives by its inputs. */
function backThrough(node: Tape[number], depends: ReadonlySet<number>, derivatives: Map<number, Tensor>): void {
  const { kernelName, inputs, outputs, gradient } = node;
  if (!outputs.some(({ id }) => derivatives.has(id))) return;
  const wanted = Object.keys(inputs).filter((name) => depends.has(inputs[name]!.id));
  if (wanted.length === 0) return;
  if (gradient === undefined) {
    throw new Error(
      `differentiate: expected a derivative of ${kernelName}, found none. Register it by registerGradient, ` +
        `or, in a program that is bundled by part, pass its kernels to useWasm.`,
    );
  }
  const dys = outputs.map(({ id }) => derivatives.get(id)!);
  const found = tidy(() => {
    const byInput = gradient(dys);
    const made: Tensor[] = [];
    for (const name of wanted) {
      const { shape } = inputs[name]!;
      const dx = byInput[name]?.();
      if (dx === undefined || dx.dtype !== 'float32' || dx.shape.join() !== shape.join()) {
        throw new Error(
          `differentiate: expected the derivative of ${kernelName} by ${name} to be float32 of shape [${shape.join(', ')}], ` +
            `received ${describe(dx)}.`,
        );
      }
      // Each is disposed by itself when a sum takes its place.
      made.push(dys.includes(dx) || made.includes(dx) ? clone(dx) : dx);
    }
    return made;
  });
  wanted.forEach((name, i) => {
    const { id } = inputs[name]!;
    const [before, dx] = [derivatives.get(id), found[i]!];
    derivatives.set(id, before === undefined ? dx : add(before, dx));
    if (before !== undefined) for (const tensor of [before, dx]) tensor.dispose();
  });
}

const describe = (value: unknown): string =>
  value instanceof Tensor ? `${value.dtype} of shape [${value.shape.join(', ')}]` : typeof value;
