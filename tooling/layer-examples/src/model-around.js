import { concatenate, dense, flatten, input, RecurrentCell } from '@sixstep/layers';
import { functional } from '@sixstep/model';
/** A model of one input and one output around the layer: dense layers before and after, so that gradients go through it. */
export function modelAround({ make, shape, integers, takes = 'one', isStateful = false }) {
    const [batchSize = 1, ...sample] = shape;
    const x = input({
        shape: sample,
        ...(isStateful && { batchSize }),
        ...(integers !== undefined && { dtype: 'int32' }),
    });
    const first = integers === undefined ? dense({ units: shape.at(-1), activation: 'tanh' }).apply(x) : x;
    const layer = make();
    const given = layer instanceof RecurrentCell
        ? [first, ...layer.stateSizes.map((units) => dense({ units }).apply(x))]
        : takes === 'two'
            ? [first, x]
            : first;
    const outputs = [layer.apply(given)].flat();
    const flat = outputs.map((output) => flatten().apply(output));
    const last = flat.length === 1 ? flat[0] : concatenate().apply(flat);
    return functional({ inputs: x, outputs: dense({ units: 1 }).apply(last) });
}
