import { expectInteger } from '@sixstep/parts';
import type { DataType, Tensor } from '@tensorflow/tfjs-core';
import { Layer, type LayerOptions } from './layer.js';
import type { Shape } from './shape.js';
import { SymbolicTensor, type Node } from './symbolic-tensor.js';

/** Options of `input`. */
export interface InputOptions {
  /** The shape of one sample, without the batch dimension; `null` for a size that varies. */
  readonly shape: Shape;
  /** A fixed batch size. Default: it may vary. */
  readonly batchSize?: number;
  readonly dtype?: DataType;
  readonly name?: string;
}

/** The layer behind `input`: gives what it takes. */
export class InputLayer extends Layer {
  override readonly className: string = 'InputLayer';
  readonly output: SymbolicTensor;

  constructor({ shape, batchSize, dtype = 'float32', name }: InputOptions) {
    for (const size of shape) if (size !== null) expectInteger('input', 'each size of shape', size);
    super({ shape, batchSize, dtype, name } as LayerOptions);
    const outputs: SymbolicTensor[] = [];
    const node: Node = { layer: this, inputs: [], takesList: false, options: {}, outputs };
    const batchShape: Shape = [batchSize ?? null, ...shape];
    this.output = new SymbolicTensor(batchShape, dtype, node, 0);
    outputs.push(this.output);
    this.nodes.push(node);
    this.inputShape = batchShape;
    this.outputShape = batchShape;
    this.inputSpec = { rank: batchShape.length };
    this.built = true;
  }

  override call(x: Tensor): Tensor {
    return x;
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }
}

/**
 * Stands for the data in a functional model, or at the head of a `sequential`. `keras.Input`.
 *
 * @example
 * const x = input({ shape: [784] });
 * const y = dense({ units: 10 }).apply(x);
 * const model = functional({ inputs: x, outputs: y });
 */
export function input(options: InputOptions): SymbolicTensor {
  return new InputLayer(options).output;
}
