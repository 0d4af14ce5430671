import { compileFromKeras, fromKerasConfig } from '@sixstep/formats';
import type { ShapesOf, Tensors } from '@sixstep/layers';
import type { AnyModel } from '@sixstep/model';
import { formatShape } from '@sixstep/parts';
import { everyLayer } from './every-layer.js';
import type { Begin, Recipe, WeightFacts } from './messages.js';
import { unknownModel } from './recipe-of.js';
import { factsOf } from './weight-facts.js';

const kind = ({ shape, dtype, trainable }: WeightFacts): string =>
  `${formatShape(shape)} ${dtype}${trainable ? '' : ' (not trainable)'}`;
const describe = (weight: WeightFacts): string => `${weight.path} ${kind(weight)}`;

/** The model of a config, compiled but for the optimizer. */
function fromRecipe(recipe: Recipe): AnyModel {
  if ('reason' in recipe) throw new Error(unknownModel(recipe.reason));
  const model = fromKerasConfig(recipe.model);
  model.compile(compileFromKeras(recipe.compile as Record<string, unknown>));
  return model;
}

/**
 * The worker's model, built.
 *
 * @throws Error that says what differs, if it is not the same as the one that is trained
 */
export async function prepareModel(
  { recipe, inputShape, trainable, weights, generators }: Begin,
  make: (() => AnyModel | Promise<AnyModel>) | undefined,
): Promise<AnyModel> {
  const model = make === undefined ? fromRecipe(recipe) : await make();
  if (model.compileOptions === undefined)
    throw new Error(
      `expected serveTraining to be given a compiled model, received ${model.name}. Call compile in its function`,
    );
  model.ensureBuilt(inputShape as ShapesOf<Tensors>);
  everyLayer(model).forEach((layer, i) => (layer.trainable = trainable[i] ?? layer.trainable));
  const own = factsOf(model);
  const streams = Object.keys(model.generators());
  // The names of classes, and so of layers, differ between two bundles: the order is what counts.
  if (weights.map(kind).join() !== own.map(kind).join())
    throw differs('the weights', weights.map(describe), own.map(describe));
  if (generators.length !== streams.length) throw differs('the generators', generators, streams);
  return model;
}

const differs = (what: string, expected: readonly string[], received: readonly string[]): Error =>
  new Error(`expected ${what} ${expected.join(', ') || 'none'}, received ${received.join(', ') || 'none'}`);
