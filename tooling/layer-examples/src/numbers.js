/** Numbers in [-1, 1] that do not repeat soon; or integers from 0 to before `integers`. */
export function numbers(shape, seed, integers) {
    const data = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => {
        const value = Math.sin(seed + i * 1.7);
        return integers === undefined ? value : Math.floor(Math.abs(value) * integers);
    });
    return { data, shape: [...shape] };
}
