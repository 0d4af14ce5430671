import { add, mul, scalar, tensor, tidy } from '@tensorflow/tfjs-core';
import { mergeMeters } from './merge-meters.js';
/**
 * Ends a step: the sum of the gradients, in the order of the workers, goes to the optimizer. Weights that a call moves without
 * gradients, such as the averages of batch normalization, become the mean of what the workers moved them to, by their shares.
 */
export function takeStep(model, all) {
    const parts = all.filter(({ share }) => share > 0);
    const meters = mergeMeters(model.metersState, parts.map(({ meters, share }) => ({ meters: meters, share })));
    let logs = {};
    tidy(() => {
        const gradients = {};
        const moved = [];
        model.namedWeights().forEach(({ path, variable, trainable }, i) => {
            const { shape, dtype } = variable;
            if (!parts.some(({ written }) => written.includes(i)))
                return;
            const terms = parts.flatMap(({ written, results, share }) => {
                if (written.includes(i))
                    return [tensor(results[i], shape, dtype)];
                return trainable ? [] : [mul(variable, share)];
            });
            const sum = terms.reduce((a, b) => add(a, b));
            if (trainable)
                gradients[path] = sum;
            else
                moved.push(() => variable.assign(sum));
        });
        logs = model.takeStep(lossOf(parts), gradients, meters);
        for (const move of moved)
            move();
    });
    return logs;
}
/** The loss of the whole batch. */
const lossOf = (parts) => scalar(parts.reduce((sum, { meters, share }) => sum + (share * meters.sums[0]) / meters.samples, 0));
