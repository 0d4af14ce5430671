import type { Reply, Request } from './protocol.js';
import { transferables } from './transferables.js';

/** A worker of its own, which trains. */
export interface Connection {
  ask(request: Request): void;
}

/** Starts a worker; `onReply` is given all that it says, failures to start included. */
export function connect(onReply: (reply: Reply) => void): Connection {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => onReply(data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onReply({ type: 'failed', about: 'start', message: event.message || 'The worker could not be loaded.' });
  });
  return { ask: (request) => worker.postMessage(request, transferables(request)) };
}
