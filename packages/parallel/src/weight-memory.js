const sizeOf = ({ shape }) => shape.reduce((size, n) => size * n, 1);
/** Shared memory for one number per element of the weights. */
export const weightMemory = (weights) => new SharedArrayBuffer(4 * weights.reduce((sum, weight) => sum + sizeOf(weight), 0));
/** Where the numbers of each weight are in memory that `weightMemory` made. */
export function weightViews(weights, memory) {
    let offset = 0;
    return weights.map((weight) => {
        const size = sizeOf(weight);
        const view = weight.dtype === 'int32' ? new Int32Array(memory, offset, size) : new Float32Array(memory, offset, size);
        offset += view.byteLength;
        return view;
    });
}
