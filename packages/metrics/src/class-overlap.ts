import { type Check, each, expectInteger, integer, integerFrom } from '@sixstep/parts';
import { type Tensor, transpose } from '@tensorflow/tfjs-core';
import { argmax } from './argmax.js';
import { defineMetric } from './define-metric.js';
import { DTYPE, iouOf, type OverlapOptions } from './iou-of.js';
import type { Metric } from './metric.js';
import { type Numbers, read } from './values.js';

interface ClassOverlapOptions extends OverlapOptions {
  readonly numClasses: number;
  readonly targetClassIds?: readonly number[];
  readonly sparseYTrue?: boolean;
  readonly sparseYPred?: boolean;
}

/** Target classes, a list without a default. */
export const REQUIRED: readonly [undefined, Check] = [undefined, each(integerFrom(0))];

/**
 * Intersection over union of classes whose number is an option.
 *
 * @param own the options that not all of these metrics have, by their defaults: without `targetClassIds` all classes are
 * targets, without `sparseYTrue` labels have one value per class
 */
export function classOverlap(
  className: string,
  options: ClassOverlapOptions,
  own: { readonly [K in keyof ClassOverlapOptions]?: unknown },
): Metric {
  const defaults = {
    numClasses: [undefined, expectInteger],
    ignoreClass: [null, integer],
    axis: [-1, integer],
    dtype: DTYPE,
    ...own,
  };
  return defineMetric(className, options, defaults, (config, name) => {
    const { numClasses, axis, targetClassIds = [...Array(numClasses).keys()], sparseYTrue = false } = config;
    const classesOf = (x: Tensor, sparse: boolean): Numbers => {
      const axes = [...x.shape.keys()];
      const classes = axes.splice(axis, 1);
      return (sparse ? read(x) : argmax(read(transpose(x, [...axes, ...classes])))).data;
    };
    return iouOf(
      {
        ...config,
        targetClassIds,
        classes: (yTrue, yPred) => [classesOf(yTrue, sparseYTrue), classesOf(yPred, config.sparseYPred)],
      },
      name,
    );
  });
}
