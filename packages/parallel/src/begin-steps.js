import { platform } from '#platform';
import { everyLayer } from './every-layer.js';
import { expectSuitable } from './expect-suitable.js';
import { mapData } from './map-data.js';
import { recipeOf, unknownModel } from './recipe-of.js';
import { shareArray } from './shared-array.js';
import { splitRows } from './split-rows.js';
import { takeStep } from './take-step.js';
import { threadOf } from './thread.js';
import { factsOf } from './weight-facts.js';
import { weightMemory, weightViews } from './weight-memory.js';
import { weightWriter } from './weight-writer.js';
/** Starts the workers for a training and gives each all that it needs. */
export async function beginSteps({ model, x, y, sampleWeight, classWeight, samples }, { count, worker, wasm }) {
    platform.expectSharedMemory();
    expectSuitable(model);
    const recipe = recipeOf(model);
    if (worker === undefined && 'reason' in recipe)
        throw new Error(`fit: ${unknownModel(recipe.reason)}`);
    const shared = (data) => data === undefined ? undefined : mapData(data, (item) => shareArray(item, samples));
    const weights = factsOf(model);
    const generators = model.generators();
    const values = weightMemory(weights);
    const results = Array.from({ length: count }, () => weightMemory(weights));
    const begin = {
        wasm,
        recipe,
        inputShape: model.inputShape,
        trainable: everyLayer(model).map((layer) => layer.trainable),
        weights,
        generators: Object.keys(generators),
        x: shared(x),
        y: shared(y),
        sampleWeight: shared(sampleWeight),
        classWeight,
        values,
    };
    const threads = [];
    const end = async () => void (await Promise.all(threads.map((thread) => thread.end())));
    try {
        for (let i = 1; i <= count; i++)
            threads.push(threadOf(`fit: worker ${i} of ${count}`, (worker ?? platform.startWorker)()));
        await Promise.all(threads.map((thread, i) => thread.ask({ begin: { ...begin, results: results[i] } })));
    }
    catch (error) {
        await end();
        throw error;
    }
    const writeWeights = weightWriter(model, weightViews(weights, values));
    const views = results.map((memory) => weightViews(weights, memory));
    return {
        run: (rows) => orAsBefore(Object.values(generators), async () => {
            const changed = writeWeights();
            const parts = splitRows(rows, count);
            const shares = parts.map((part) => part.length / rows.length);
            const answers = await Promise.all(threads.map((thread, i) => {
                const seeds = Object.values(generators).map((generator) => generator.uint32());
                return thread.ask({ step: { rows: parts[i], share: shares[i], changed, seeds } });
            }));
            return takeStep(model, answers.map((answer, i) => ({ ...doneOf(answer), share: shares[i], results: views[i] })));
        }),
        end,
    };
}
const doneOf = (answer) => answer.done;
/** Runs `f`; if it throws, the generators stand where they stood. */
async function orAsBefore(generators, f) {
    const states = generators.map(({ state }) => state);
    try {
        return await f();
    }
    catch (error) {
        generators.forEach((generator, i) => (generator.state = states[i]));
        throw error;
    }
}
