import { celu } from './celu.js';
import { elu } from './elu.js';
import { exponential } from './exponential.js';
import { gelu } from './gelu.js';
import { glu } from './glu.js';
import { hardShrink } from './hard-shrink.js';
import { hardSigmoid } from './hard-sigmoid.js';
import { hardSilu } from './hard-silu.js';
import { hardTanh } from './hard-tanh.js';
import { leakyRelu } from './leaky-relu.js';
import { linear } from './linear.js';
import { logSigmoid } from './log-sigmoid.js';
import { logSoftmax } from './log-softmax.js';
import { mish } from './mish.js';
import { relu } from './relu.js';
import { relu6 } from './relu6.js';
import { selu } from './selu.js';
import { sigmoid } from './sigmoid.js';
import { silu } from './silu.js';
import { softmax } from './softmax.js';
import { softplus } from './softplus.js';
import { softShrink } from './soft-shrink.js';
import { softsign } from './softsign.js';
import { sparsemax } from './sparsemax.js';
import { sparsePlus } from './sparse-plus.js';
import { sparseSigmoid } from './sparse-sigmoid.js';
import { squareplus } from './squareplus.js';
import { tanh } from './tanh.js';
import { tanhShrink } from './tanh-shrink.js';

/** What the table holds. */
export interface Activations {
  readonly linear: typeof linear;
  readonly sigmoid: typeof sigmoid;
  readonly tanh: typeof tanh;
  readonly relu: typeof relu;
  readonly relu6: typeof relu6;
  readonly leakyRelu: typeof leakyRelu;
  readonly elu: typeof elu;
  readonly selu: typeof selu;
  readonly celu: typeof celu;
  readonly softplus: typeof softplus;
  readonly softsign: typeof softsign;
  readonly squareplus: typeof squareplus;
  readonly softShrink: typeof softShrink;
  readonly hardShrink: typeof hardShrink;
  readonly sparsePlus: typeof sparsePlus;
  readonly sparseSigmoid: typeof sparseSigmoid;
  readonly silu: typeof silu;
  readonly gelu: typeof gelu;
  readonly glu: typeof glu;
  readonly tanhShrink: typeof tanhShrink;
  readonly hardTanh: typeof hardTanh;
  readonly hardSigmoid: typeof hardSigmoid;
  readonly hardSilu: typeof hardSilu;
  readonly exponential: typeof exponential;
  readonly logSigmoid: typeof logSigmoid;
  readonly mish: typeof mish;
  readonly softmax: typeof softmax;
  readonly logSoftmax: typeof logSoftmax;
  readonly sparsemax: typeof sparsemax;
  readonly swish: typeof silu;
  readonly hardSwish: typeof hardSilu;
}

/** All activations that serve by name; `swish` and `hardSwish` are other names of `silu` and `hardSilu`. */
export const activations: Activations = {
  linear,
  sigmoid,
  tanh,
  relu,
  relu6,
  leakyRelu,
  elu,
  selu,
  celu,
  softplus,
  softsign,
  squareplus,
  softShrink,
  hardShrink,
  sparsePlus,
  sparseSigmoid,
  silu,
  gelu,
  glu,
  tanhShrink,
  hardTanh,
  hardSigmoid,
  hardSilu,
  exponential,
  logSigmoid,
  mish,
  softmax,
  logSoftmax,
  sparsemax,
  swish: silu,
  hardSwish: hardSilu,
} as const;

export type ActivationName = keyof Activations;
