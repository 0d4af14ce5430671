import type { Described } from '@sixstep/parts';
import { mean, type Tensor } from '@tensorflow/tfjs-core';
import { expectBroadcast } from './expect-shapes.js';
import { floatTargets } from './float-targets.js';
import type { Loss } from './loss.js';
import { type LossOptions, makeLoss } from './make-loss.js';

/** A loss that is the mean over the last axis of something computed element by element. */
export function regression(
  options: LossOptions,
  place: string,
  elements: (yTrue: Tensor, yPred: Tensor) => Tensor,
  config: Readonly<Record<string, unknown>> = {},
): Loss & Described {
  const checked = (yTrue: Tensor, yPred: Tensor): Tensor => {
    expectBroadcast(place, yTrue, yPred);
    return elements(floatTargets(yTrue), yPred);
  };
  return makeLoss(options, {
    place,
    className: place[0]!.toUpperCase() + place.slice(1),
    config,
    perSample: (yTrue, yPred) => mean(checked(yTrue, yPred), -1),
    mean: (yTrue, yPred) => {
      const values = checked(yTrue, yPred);
      return values.size === 0 ? undefined : mean(values);
    },
  });
}
