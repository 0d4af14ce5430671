import { decodeText } from './decode-text.js';
import type { AnyModel } from '@sixstep/model';
import { FormatError } from './format-error.js';
import { readHdf5 } from './hdf5/read-hdf5.js';
import { compileFromKeras } from './keras/compile-from-keras.js';
import { fromKerasConfig, type FromKerasOptions } from './keras/from-keras-config.js';
import type { Limits } from './limits.js';
import { assignAll, weightsFromHdf5 } from './load-weights-h5.js';
import { setSlotArrays } from './optimizer-slots.js';
import { isJsonObject, parseJson } from './parse-json.js';
import { weightGroups } from './weight-groups.js';
import { readZip } from './zip/read-zip.js';

/** Options of `readKeras`. */
export interface ReadKerasOptions extends FromKerasOptions, Limits {
  /** Whether to compile the model as the file says, with the optimizer's state. Default true. */
  readonly compile?: boolean | undefined;
}

const PLACE = 'readKeras';

/**
 * Reads a model in Keras' `.keras` format: Sequential and functional models of the layers that Sixstep has.
 *
 * @returns the model with its weights; compiled, ready to train on, if the file says how
 * @throws FormatError that says what is wrong, if the file is damaged, hostile or asks for a layer that there is not
 *
 * @example
 * const model = await readKeras(await readFile('model.keras'));
 */
export async function readKeras(bytes: Uint8Array, options: ReadKerasOptions = {}): Promise<AnyModel> {
  const files = readZip(bytes, PLACE, options);
  const file = (name: string): Uint8Array => {
    const read = files.get(name);
    if (read === undefined)
      throw new FormatError(
        `${PLACE}: expected ${name} in the archive, received ${[...files.keys()].join(', ') || 'nothing'}.`,
      );
    return read();
  };
  const config = parseJson(decodeText(file('config.json'), `${PLACE}: config.json`), `${PLACE}: config.json`);
  const weights = file('model.weights.h5');
  const model = fromKerasConfig(config, { maxWeights: Math.max(weights.length, 1024), ...options });
  try {
    await readHdf5(weights, PLACE, options, (reader) => {
      const values = weightsFromHdf5(reader, weightGroups(model), '', PLACE);
      const compile = isJsonObject(config) ? config['compile_config'] : undefined;
      const vars = 'optimizer/vars';
      const count = reader.keys(vars)?.length ?? 0;
      const state = Array.from({ length: options.compile === false ? 0 : count }, (_, i) =>
        reader.array(`${vars}/${i}`),
      );
      assignAll(values);
      if (options.compile === false || !isJsonObject(compile)) return;
      const given = compileFromKeras(compile);
      try {
        model.compile(given);
      } catch (error) {
        throw new FormatError(`${PLACE}: cannot compile: ${(error as Error).message}`);
      }
      if (state.length > 0) setSlotArrays(model, state, PLACE);
    });
    return model;
  } catch (error) {
    model.dispose();
    throw error;
  }
}
