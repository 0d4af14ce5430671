import { withWeightLimit } from '@sixstep/layers';
import type { AnyModel } from '@sixstep/model';
import { formatValue } from '@sixstep/parts';
import { FormatError } from '../format-error.js';
import { isJsonObject } from '../parse-json.js';
import { disposeOnError } from './dispose-on-error.js';
import { layerFromKeras } from './layer-from-keras.js';

/** How a model is made of what Keras wrote. */
export interface FromKerasOptions {
  /**
   * Whether embeddings hand their gradients to the optimizer as Keras on TensorFlow does: rows that a batch uses more than
   * once are squared before they are summed. Default false.
   */
  readonly sparseEmbeddings?: boolean | undefined;
  /** How many numbers the weights may have together. Default 2^28. */
  readonly maxWeights?: number | undefined;
  /** Whether Keras 2, or TensorFlow.js, wrote it: some options were called otherwise, hard sigmoid was another. Default false. */
  readonly keras2?: boolean | undefined;
}

/**
 * The model that Keras describes by `to_json()`, or in `config.json` of a `.keras` file: a `Sequential` or a functional model.
 * The weights are drawn anew.
 *
 * @throws FormatError if there is no such layer or part, or one does not take its options
 */
export function fromKerasConfig(config: unknown, options: FromKerasOptions = {}): AnyModel {
  const place = 'fromKerasConfig';
  if (!isJsonObject(config) || typeof config['class_name'] !== 'string' || !isJsonObject(config['config'])) {
    throw new FormatError(
      `${place}: expected a model of the form { class_name, config }, received ${formatValue(config)}.`,
    );
  }
  const { class_name: className } = config;
  if (className !== 'Sequential' && className !== 'Functional' && className !== 'Model') {
    throw new FormatError(
      `${place}: expected a Sequential or Functional model, received ${formatValue(className)}. ` +
        `Make the model itself, and load the weights alone.`,
    );
  }
  const part = { class_name: className, config: config['config'] };
  return disposeOnError(() =>
    withWeightLimit(options.maxWeights ?? 2 ** 28, () => layerFromKeras(part, place, options) as AnyModel),
  );
}
