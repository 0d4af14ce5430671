import { Generator } from '@sixstep/random';
import { mul, tensor, tidy } from '@tensorflow/tfjs-core';
import { gradientSink } from './gradient-sink.js';
import { mapData } from './map-data.js';
import { rowsOf } from './shared-array.js';
import { weightViews } from './weight-memory.js';
/** Makes the function that takes this worker's part of a step. */
export function stepper(model, { weights: facts, values, results, x, y, sampleWeight, classWeight }) {
    const weights = model.namedWeights();
    const given = weightViews(facts, values);
    const wanted = weightViews(facts, results);
    const generators = Object.values(model.generators());
    let [share, written] = [0, []];
    const write = (i, value) => {
        tidy(() => wanted[i].set(mul(value, share).dataSync()));
        written.push(i);
    };
    const sink = gradientSink((gradients) => {
        if (written.length > 0)
            throw new Error('expected trainStep to call optimize once, received a second call');
        weights.forEach(({ path }, i) => {
            if (gradients[path] !== undefined)
                write(i, gradients[path]);
        });
    });
    model.compile({ ...model.compileOptions, optimizer: sink });
    return (step) => {
        for (const i of step.changed) {
            const { variable } = weights[i];
            tidy(() => variable.assign(tensor(given[i], variable.shape, variable.dtype)));
        }
        [share, written] = [step.share, []];
        if (step.rows.length === 0)
            return { meters: null, written };
        generators.forEach((generator, i) => (generator.state = new Generator(step.seeds[i]).state));
        const before = weights.map(({ variable }) => variable.dataId);
        const cut = (data) => mapData(data, (item) => rowsOf(item, step.rows));
        model.trainOnBatch(cut(x), y && cut(y), {
            ...(sampleWeight !== undefined && { sampleWeight: cut(sampleWeight) }),
            ...(classWeight !== undefined && { classWeight }),
        });
        weights.forEach(({ path, variable, trainable }, i) => {
            if (trainable || variable.dataId === before[i])
                return;
            if (variable.dtype !== 'float32')
                throw new Error(`expected weights that training moves to be float32, received ${path} of ${variable.dtype}`);
            write(i, variable);
        });
        return { meters: model.metersState, written };
    };
}
