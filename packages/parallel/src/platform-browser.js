/** Web Workers. */
export const platform = {
    expectSharedMemory() {
        if (globalThis.crossOriginIsolated)
            return;
        throw new Error('workers: expected a page that may share memory, received one that is not cross-origin isolated. Serve it with the ' +
            'headers Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp.');
    },
    startWorker: () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }),
    port() {
        if ('document' in globalThis)
            throw new Error('serveTraining: expected to run in a worker, received a page. Call it in a script of its own.');
        return {
            post: (message) => globalThis.postMessage(message),
            listen: (onMessage) => globalThis.addEventListener('message', ({ data }) => onMessage(data)),
        };
    },
};
