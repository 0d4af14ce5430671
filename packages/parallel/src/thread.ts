import type { FromWorker, ToWorker } from './messages.js';

/** A Worker of Node's `worker_threads` or of a browser. */
export interface WorkerHandle {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/** A worker that answers. */
export interface Thread {
  /** @throws Error that names the worker, if it fails or ends before it answers */
  ask(message: ToWorker): Promise<FromWorker>;
  end(): Promise<void>;
}

interface NodeWorker extends WorkerHandle {
  on(event: string, listener: (value: never) => void): void;
}

const isNodeWorker = (worker: WorkerHandle): worker is NodeWorker => 'on' in worker;

/** Tells of the worker's messages, and of its end if that was not asked for. */
function listen(worker: WorkerHandle, onMessage: (message: FromWorker) => void, onEnd: (how: string) => void): void {
  if (isNodeWorker(worker)) {
    worker.on('message', onMessage);
    worker.on('error', (error: Error) => onEnd(`ended: ${error.message}`));
    worker.on('exit', (code: number) => onEnd(`ended with code ${code}`));
    return;
  }
  const web = worker as Worker;
  web.addEventListener('message', ({ data }) => onMessage(data as FromWorker));
  web.addEventListener('error', ({ message }) => onEnd(message === undefined ? 'did not start' : `ended: ${message}`));
}

/** Wraps a worker. @param name what errors call it */
export function threadOf(name: string, worker: WorkerHandle): Thread {
  let fault: { readonly how: string; readonly cause: Error | undefined } | undefined;
  let waiting: { readonly resolve: (answer: FromWorker) => void; readonly reject: () => void } | undefined;
  const fail = (how: string, cause?: Error): void => {
    fault ??= { how, cause };
    waiting?.reject();
  };
  listen(
    worker,
    (answer) => {
      if (!('error' in answer)) return waiting?.resolve(answer);
      const { message, stack } = answer.error;
      fail(`failed: ${message.replace(/\.$/, '')}`, Object.assign(new Error(message), { stack }));
    },
    fail,
  );
  return {
    ask: (message) =>
      new Promise((resolve, rejectWith) => {
        const lost = 'step' in message ? ' The weights are those of the last whole step.' : '';
        const reject = (): void => rejectWith(new Error(`${name} ${fault!.how}.${lost}`, { cause: fault!.cause }));
        waiting = { resolve, reject };
        if (fault === undefined) worker.postMessage(message);
        else reject();
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}
