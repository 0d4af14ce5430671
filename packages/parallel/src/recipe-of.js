import { compileToKeras, toKerasConfig } from '@sixstep/formats';
import * as layers from '@sixstep/layers';
import { Functional, Sequential } from '@sixstep/model';
const ours = new Set([...Object.values(layers), Sequential, Functional]);
/** A layer whose class a config cannot name; a subclass of ours would come back as ours. */
function strangeLayer(layer) {
    if (!ours.has(layer.constructor))
        return layer;
    const isModel = layer instanceof Sequential || layer instanceof Functional;
    return isModel ? layer.layers.map(strangeLayer).find((found) => found !== undefined) : undefined;
}
/** What is said where a worker is to make a model that it cannot. */
export const unknownModel = (reason) => `expected a model that workers can make from its config, received one that they cannot: ${reason} ` +
    `Pass workers({ count, worker }), and call serveTraining({ model }) in the worker's script.`;
/** How a worker makes the model from its config, or why it cannot. */
export function recipeOf(model) {
    const strange = strangeLayer(model);
    if (strange !== undefined)
        return { reason: `${strange.name} is of a class of your own, ${strange.constructor.name}.` };
    const { optimizer: _, ...compile } = model.compileOptions;
    try {
        return { model: toKerasConfig(model), compile: compileToKeras(compile, 'compile') };
    }
    catch (error) {
        return { reason: error.message };
    }
}
