import { parentPort, Worker } from 'node:worker_threads';
/** Threads of Node. */
export const platform = {
    expectSharedMemory() { },
    startWorker: () => new Worker(new URL('./worker.js', import.meta.url)),
    port() {
        const port = parentPort;
        if (port === null)
            throw new Error('serveTraining: expected to run in a worker, received the main thread. Call it in a script of its own.');
        return { post: (message) => port.postMessage(message), listen: (onMessage) => void port.on('message', onMessage) };
    },
};
