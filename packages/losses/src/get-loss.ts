import { lossByName } from '#by-name';
import { customLoss } from './custom-loss.js';
import type { Loss } from './loss.js';
import type { LossName } from './losses.js';

/**
 * The loss itself, given as a part or by its name (then with its default options).
 *
 * A user's function of (yTrue, yPred) gets sample weights and the mean over the samples; one of
 * (yTrue, yPred, sampleWeight) cares for them itself. A function that asks for neither is one that makes a loss, and none.
 *
 * @param place who asks, for the error
 * @throws Error that names the nearest known loss
 */
export function getLoss(loss: LossName | Loss, place: string): Loss {
  if (typeof loss === 'function' && loss.className !== undefined) return loss;
  if (typeof loss !== 'function' || loss.length === 0) return lossByName(loss, place);
  return loss.length > 2 ? loss : customLoss(loss);
}
