/** An optimizer that hands the gradients on and changes nothing. */
export function gradientSink(take) {
    return {
        className: 'GradientSink',
        config: {},
        learningRate: 0,
        iterations: 0,
        currentLearningRate: () => 0,
        build() { },
        apply: take,
        finalize() { },
        state: { iterations: 0 },
        dispose() { },
    };
}
