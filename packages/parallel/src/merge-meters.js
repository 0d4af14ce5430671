/** Sums; a list that is still empty counts as zeros. */
function added(a, b) {
    if (typeof b === 'number')
        return (a ?? 0) + b;
    const list = a ?? [];
    return Array.from({ length: Math.max(list.length, b.length) }, (_, i) => (list[i] ?? 0) + (b[i] ?? 0));
}
function merged(a, b) {
    const state = b.state === null
        ? (a?.state ?? null)
        : Object.fromEntries(Object.entries(b.state).map(([key, value]) => [key, added(a?.state?.[key], value)]));
    return { state, shapes: a?.shapes ?? b.shapes };
}
/**
 * The figures of an epoch with those of one batch more, which the workers counted in parts.
 *
 * What metrics have counted is summed, as Keras' distribution does. The loss counts by samples; the loss of each of several
 * outputs counts once a batch, and a part of the batch by its share.
 */
export function mergeMeters(before, parts) {
    const first = parts[0].meters;
    let { sums, samples, metrics } = before ?? { sums: first.sums.map(() => 0), samples: 0, metrics: [] };
    for (const { meters, share } of parts) {
        sums = sums.map((sum, i) => sum + (i === 0 ? 1 : share) * meters.sums[i]);
        samples += meters.samples;
        metrics = meters.metrics.map((counts, i) => merged(metrics[i], counts));
    }
    return { outputs: first.outputs, sums, samples, batches: (before?.batches ?? 0) + first.batches, metrics };
}
