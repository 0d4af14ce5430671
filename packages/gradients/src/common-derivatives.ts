import {
  All,
  Any,
  ArgMax,
  ArgMin,
  Ceil,
  Equal,
  Floor,
  FloorDiv,
  Greater,
  GreaterEqual,
  IsFinite,
  IsInf,
  IsNan,
  Less,
  LessEqual,
  LogicalAnd,
  LogicalNot,
  LogicalOr,
  LogicalXor,
  NotEqual,
  OnesLike,
  Round,
  Sign,
  Step,
  ZerosLike,
} from '@tensorflow/tfjs-core';
import { absDerivative } from './abs.js';
import { addDerivative } from './add.js';
import { addNDerivative } from './add-n.js';
import { batchMatMulDerivative } from './batch-mat-mul.js';
import { castDerivative } from './cast.js';
import { clipByValueDerivative } from './clip-by-value.js';
import { concatDerivative } from './concat.js';
import { eluDerivative } from './elu.js';
import { erfDerivative } from './erf.js';
import { expDerivative } from './exp.js';
import { expandDimsDerivative } from './expand-dims.js';
import { expm1Derivative } from './expm1.js';
import { identityDerivative } from './identity.js';
import { leakyReluDerivative } from './leaky-relu.js';
import { logDerivative } from './log.js';
import { maxDerivative } from './max.js';
import { maximumDerivative } from './maximum.js';
import { meanDerivative } from './mean.js';
import { minDerivative } from './min.js';
import { minimumDerivative } from './minimum.js';
import { multiplyDerivative } from './multiply.js';
import { negDerivative } from './neg.js';
import { oneHotDerivative } from './one-hot.js';
import { packDerivative } from './pack.js';
import { padV2Derivative } from './pad-v2.js';
import { powDerivative } from './pow.js';
import { preluDerivative } from './prelu.js';
import { realDivDerivative } from './real-div.js';
import { reciprocalDerivative } from './reciprocal.js';
import { reluDerivative } from './relu.js';
import { relu6Derivative } from './relu6.js';
import { reshapeDerivative } from './reshape.js';
import { reverseDerivative } from './reverse.js';
import { rsqrtDerivative } from './rsqrt.js';
import { selectDerivative } from './select.js';
import { seluDerivative } from './selu.js';
import { sigmoidDerivative } from './sigmoid.js';
import { sliceDerivative } from './slice.js';
import { softmaxDerivative } from './softmax.js';
import { softplusDerivative } from './softplus.js';
import { splitVDerivative } from './split-v.js';
import { sqrtDerivative } from './sqrt.js';
import { squareDerivative } from './square.js';
import { squaredDifferenceDerivative } from './squared-difference.js';
import { subDerivative } from './sub.js';
import { sumDerivative } from './sum.js';
import { tanhDerivative } from './tanh.js';
import { tileDerivative } from './tile.js';
import { transposeDerivative } from './transpose.js';
import { unpackDerivative } from './unpack.js';
import type { AnyDerivative } from './derivative.js';
import { zeroDerivative } from './zero-derivative.js';

/** The derivatives of arithmetic, activations, reductions, products and of what changes shapes. */
export const commonDerivatives: readonly AnyDerivative[] = [
  addDerivative,
  addNDerivative,
  subDerivative,
  multiplyDerivative,
  realDivDerivative,
  squaredDifferenceDerivative,
  maximumDerivative,
  minimumDerivative,
  powDerivative,
  negDerivative,
  absDerivative,
  squareDerivative,
  sqrtDerivative,
  rsqrtDerivative,
  reciprocalDerivative,
  expDerivative,
  expm1Derivative,
  logDerivative,
  erfDerivative,
  reluDerivative,
  relu6Derivative,
  eluDerivative,
  seluDerivative,
  sigmoidDerivative,
  tanhDerivative,
  softplusDerivative,
  leakyReluDerivative,
  preluDerivative,
  softmaxDerivative,
  clipByValueDerivative,
  selectDerivative,
  sumDerivative,
  meanDerivative,
  maxDerivative,
  minDerivative,
  batchMatMulDerivative,
  identityDerivative,
  castDerivative,
  reshapeDerivative,
  expandDimsDerivative,
  transposeDerivative,
  reverseDerivative,
  concatDerivative,
  splitVDerivative,
  sliceDerivative,
  padV2Derivative,
  packDerivative,
  unpackDerivative,
  tileDerivative,
  oneHotDerivative,
  ...[
    All,
    Any,
    ArgMax,
    ArgMin,
    Ceil,
    Floor,
    IsFinite,
    IsInf,
    IsNan,
    LogicalNot,
    OnesLike,
    Round,
    Sign,
    Step,
    ZerosLike,
  ].map((kernel) => zeroDerivative(kernel, ['x'])),
  ...[Equal, FloorDiv, Greater, GreaterEqual, Less, LessEqual, LogicalAnd, LogicalOr, LogicalXor, NotEqual].map(
    (kernel) => zeroDerivative(kernel, ['a', 'b']),
  ),
];
