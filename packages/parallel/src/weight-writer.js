/**
 * Makes a function that writes the weights into `views` and returns the positions of those that it wrote: those that are trained,
 * and of the others the ones that have changed.
 */
export function weightWriter(model, views) {
    const weights = model.namedWeights();
    const written = [];
    return () => {
        const changed = weights.flatMap(({ variable, trainable }, i) => 
        // A kernel may update what is trained in place; what is assigned is other data.
        trainable || variable.dataId !== written[i] ? [i] : []);
        for (const i of changed) {
            const { variable } = weights[i];
            views[i].set(variable.dataSync());
            written[i] = variable.dataId;
        }
        return changed;
    };
}
