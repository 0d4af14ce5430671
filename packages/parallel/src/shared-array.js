import { Tensor } from '@tensorflow/tfjs-core';
/** The class of an array of numbers, also where it is a subclass such as Node's Buffer. */
const kindOf = (data) => globalThis[data[Symbol.toStringTag]];
const isShared = ({ buffer }) => Object.prototype.toString.call(buffer) === '[object SharedArrayBuffer]';
const product = (sizes) => sizes.reduce((size, n) => size * n, 1);
/** The first `samples` of `data` in shared memory: bytes stay bytes, and what is shared already is not copied. */
export function shareArray(data, samples) {
    const { data: values, shape, scale, } = data instanceof Tensor ? { data: data.dataSync(), shape: data.shape } : data;
    const sample = shape.slice(1);
    let used = values.subarray(0, samples * product(sample));
    if (!isShared(used)) {
        const Array = kindOf(used);
        const copy = new Array(new SharedArrayBuffer(used.byteLength));
        copy.set(used);
        used = copy;
    }
    return { data: used, shape: [samples, ...sample], ...(scale !== undefined && { scale }) };
}
/** The samples at `rows`, in memory of this thread's own. */
export function rowsOf({ data, shape, scale }, rows) {
    const sample = shape.slice(1);
    const size = product(sample);
    const Array = kindOf(data);
    const values = new Array(rows.length * size);
    rows.forEach((row, i) => values.set(data.subarray(row * size, (row + 1) * size), i * size));
    return { data: values, shape: [rows.length, ...sample], ...(scale !== undefined && { scale }) };
}
