import type { FromWorker, ToWorker } from './messages.js';
import type { WorkerHandle } from './thread.js';

/** A worker's line to the thread that started it. */
interface Port {
  post(message: FromWorker): void;
  listen(onMessage: (message: ToWorker) => void): void;
}

/** What differs between Node and browsers. */
export interface Platform {
  /** @throws Error if threads cannot share memory here */
  expectSharedMemory(): void;
  /** Starts a worker with the package's own script. */
  startWorker(): WorkerHandle;
  /** @throws Error if this is not a worker */
  port(): Port;
}
