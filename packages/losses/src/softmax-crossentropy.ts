import { runKernel } from '@sixstep/gradients';
import {
  cast,
  customGrad,
  div,
  equal,
  exp,
  expandDims,
  getBackend,
  getKernel,
  log,
  max,
  mean,
  mul,
  range,
  reshape,
  softmax,
  sub,
  sum,
  type Tensor,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';

/** The losses of logits [n, classes], what to save for the gradient, and d loss / d logits from what was saved. */
interface Rule {
  readonly losses: Tensor;
  readonly kept: Tensor[];
  readonly slope: (saved: Tensor[]) => Tensor;
}

const fused = (kernel: string, logits: Tensor, labels: Tensor): Rule => {
  const [losses, slope] = runKernel(kernel, { logits, labels }) as [Tensor, Tensor];
  return { losses, kept: [slope], slope: ([saved]) => saved! };
};

/** log(sum(exp(x))) - x, element by element, without overflow. */
const negativeLogSoftmax = (logits: Tensor): Tensor => {
  const shifted = sub(logits, max(logits, 1, true));
  return sub(log(sum(exp(shifted), 1, true)), shifted);
};

const composed = (logits: Tensor, labels: Tensor): Rule => {
  const sparse = labels.rank === 1;
  const isLabel = sparse ? equal(expandDims(labels, 1), range(0, logits.shape[1]!, 1, 'int32')) : undefined;
  const all = negativeLogSoftmax(logits);
  const parts = isLabel === undefined ? mul(labels, all) : where(isLabel, all, zerosLike(all));
  const target = isLabel === undefined ? labels : cast(isLabel, 'float32');
  return { losses: sum(parts, 1), kept: [logits, target], slope: ([x, y]) => sub(softmax(x!), y!) };
};

/**
 * The cross-entropy sum_j labels_j * (log(sum_k exp(logits_k)) - logits_j), with the gradient softmax(logits) - labels
 * computed in one go. Nothing flows to the labels. It runs a fused kernel where the backend has one.
 *
 * @param logits [..., classes]
 * @param labels int32 [...], or float32 [..., classes]
 * @param reduced whether to return the mean over all samples and not the loss of each
 */
export function softmaxCrossentropy(logits: Tensor, labels: Tensor, reduced: boolean): Tensor {
  const sparse = labels.rank < logits.rank;
  const kernel = sparse ? 'SixstepSparseSoftmaxCrossEntropy' : 'SixstepSoftmaxCrossEntropy';
  const apply = customGrad((input, save) => {
    const shape = logits.shape;
    const x = flat(input as Tensor, [-1, shape.at(-1)!]);
    const y = flat(labels, sparse ? [-1] : [-1, shape.at(-1)!]);
    const { losses, kept, slope } = getKernel(kernel, getBackend()) == null ? composed(x, y) : fused(kernel, x, y);
    (save as (tensors: Tensor[]) => void)(kept);
    return {
      value: reduced ? mean(losses) : reshape(losses, shape.slice(0, -1)),
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const scale = reduced ? div(dy, losses.size) : reshape(dy, [-1, 1]);
        return flat(mul(slope(saved), scale), shape);
      },
    };
  });
  return apply(logits);
}

/** Reshapes only what has another rank. */
const flat = (x: Tensor, shape: number[]): Tensor => (x.rank === shape.length ? x : reshape(x, shape));
