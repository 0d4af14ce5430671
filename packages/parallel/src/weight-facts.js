/** The weights as both sides must know them. */
export const factsOf = (model) => model.namedWeights().map(({ path, variable, trainable }) => {
    const { shape, dtype } = variable;
    return { path, shape, dtype, trainable };
});
