import { compileFromKeras, fromKerasConfig } from '@sixstep/formats';
import { formatShape } from '@sixstep/parts';
import { everyLayer } from './every-layer.js';
import { unknownModel } from './recipe-of.js';
import { factsOf } from './weight-facts.js';
const describe = ({ path, shape, dtype, trainable }) => `${path} ${formatShape(shape)} ${dtype}${trainable ? '' : ' (not trainable)'}`;
/** The model of a config, compiled but for the optimizer. */
function fromRecipe(recipe) {
    if ('reason' in recipe)
        throw new Error(unknownModel(recipe.reason));
    const model = fromKerasConfig(recipe.model);
    model.compile(compileFromKeras(recipe.compile));
    return model;
}
/**
 * The worker's model, built.
 *
 * @throws Error that says what differs, if it is not the same as the one that is trained
 */
export async function prepareModel({ recipe, inputShape, trainable, weights, generators }, make) {
    const model = make === undefined ? fromRecipe(recipe) : await make();
    if (model.compileOptions === undefined)
        throw new Error(`expected serveTraining to be given a compiled model, received ${model.name}. Call compile in its function`);
    model.ensureBuilt(inputShape);
    everyLayer(model).forEach((layer, i) => (layer.trainable = trainable[i] ?? layer.trainable));
    expectSame('the weights', weights.map(describe), factsOf(model).map(describe));
    expectSame('the generators', generators, Object.keys(model.generators()));
    return model;
}
function expectSame(what, expected, received) {
    if (expected.join() === received.join())
        return;
    throw new Error(`expected ${what} ${expected.join(', ') || 'none'}, received ${received.join(', ') || 'none'}`);
}
