import { everyLayer } from './every-layer.js';
/** @throws Error that names what of the model cannot be trained in parts of a batch */
export function expectSuitable(model) {
    for (const { name, config } of everyLayer(model)) {
        // State that `resetStates` of the model here would not reach, and squares that are not sent.
        for (const option of ['stateful', 'sparse']) {
            if (config[option] !== true)
                continue;
            throw new Error(`fit: expected layers without ${option}: true with workers, received ${name}. Train without workers.`);
        }
    }
    const { loss } = model.compileOptions;
    const losses = typeof loss === 'object' ? Object.values(loss) : [loss];
    for (const item of losses) {
        if (typeof item !== 'function' || item.config?.['reduction'] !== 'sum')
            continue;
        throw new Error(`fit: expected losses that are means over samples with workers, received ${item.className ?? item.name} with reduction 'sum'. ` +
            `Pass reduction: 'sumOverBatchSize', or train without workers.`);
    }
}
