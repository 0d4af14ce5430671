const isNodeWorker = (worker) => 'on' in worker;
/** Tells of the worker's messages, and of its end if that was not asked for. */
function listen(worker, onMessage, onEnd) {
    if (isNodeWorker(worker)) {
        worker.on('message', onMessage);
        worker.on('error', (error) => onEnd(`ended: ${error.message}`));
        worker.on('exit', (code) => onEnd(`ended with code ${code}`));
        return;
    }
    const web = worker;
    web.addEventListener('message', ({ data }) => onMessage(data));
    web.addEventListener('error', ({ message }) => onEnd(message === undefined ? 'did not start' : `ended: ${message}`));
}
/** Wraps a worker. @param name what errors call it */
export function threadOf(name, worker) {
    let fault;
    let waiting;
    const fail = (how, cause) => {
        fault ??= { how, cause };
        waiting?.reject();
    };
    listen(worker, (answer) => {
        if (!('error' in answer))
            return waiting?.resolve(answer);
        const { message, stack } = answer.error;
        fail(`failed: ${message.replace(/\.$/, '')}`, Object.assign(new Error(message), { stack }));
    }, fail);
    return {
        ask: (message) => new Promise((resolve, rejectWith) => {
            const lost = 'step' in message ? ' The weights are those of the last whole step.' : '';
            const reject = () => rejectWith(new Error(`${name} ${fault.how}.${lost}`, { cause: fault.cause }));
            waiting = { resolve, reject };
            if (fault === undefined)
                worker.postMessage(message);
            else
                reject();
        }),
        end: async () => {
            await worker.terminate();
        },
    };
}
