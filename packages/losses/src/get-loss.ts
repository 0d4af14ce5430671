import { isLossFactory, lossByName } from '#by-name';
import { customLoss } from './custom-loss.js';
import type { Loss } from './loss.js';
import type { LossName } from './losses.js';

/**
 * The loss itself, given as a part or by its name (then with its default options).
 *
 * A user's function of (yTrue, yPred) gets sample weights and the mean over the samples; one of
 * (yTrue, yPred, sampleWeight) cares for them itself.
 *
 * @param place who asks, for the error
 * @throws Error that names the nearest known loss
 */
export function getLoss(loss: LossName | Loss, place: string): Loss {
  if (typeof loss !== 'function') return lossByName(loss, place);
  if (isLossFactory(loss)) {
    throw new Error(`${place}: expected a loss, received the function that makes it. Call it: ${loss.name}().`);
  }
  return loss.className !== undefined || loss.length > 2 ? loss : customLoss(loss);
}
