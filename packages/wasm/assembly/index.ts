// What the module exports. Every file holds one matter; none of them may need a data segment (no strings, no Math.exp).
export * from './images';
export { gemm, multiplyPacked, packAll } from './gemm';
export { activate, activateGradient } from './activation';
export { crossEntropy, sparseCrossEntropy } from './cross-entropy';
export { adam, momentum, rmsprop, sgd } from './updates';
export { lstm, lstmGradient } from './lstm';
export { gru, gruGradient } from './gru';
export { delay } from './sequence';
export { gather } from './gather';
