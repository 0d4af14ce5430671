import * as activations from '@sixstep/activations';
import * as constraints from '@sixstep/constraints';
import * as initializers from '@sixstep/initializers';
import * as layers from '@sixstep/layers';
import * as losses from '@sixstep/losses';
import * as metrics from '@sixstep/metrics';
import * as optimizers from '@sixstep/optimizers';
import * as regularizers from '@sixstep/regularizers';
import * as schedules from '@sixstep/schedules';
import { NotSupported } from './not-supported.js';

/** What stands for a module of Keras. */
const packages: Readonly<Record<string, object>> = {
  activations,
  constraints,
  initializers,
  layers,
  losses,
  metrics,
  optimizers,
  regularizers,
  schedules,
};

/**
 * The exports of the package that stands for a module of Keras: `keras.optimizers.schedules` -> `@sixstep/schedules`.
 * Internal modules (`keras.src.layers.core.dense`) are known too.
 *
 * @throws NotSupported if there is none
 */
export function packageFor(module: string): object {
  const words = module.split('.').filter((word) => word !== 'keras' && word !== 'src');
  const name = words.includes('schedules') ? 'schedules' : words.find((word) => word in packages);
  const found = name === undefined ? undefined : packages[name];
  if (found === undefined) throw new NotSupported(`there is no package for ${module}`);
  return found;
}
