export { serveTraining, type ServeTrainingOptions } from './serve-training.js';
export { type WorkerHandle } from './thread.js';
export { workers, type WorkersOptions } from './workers.js';
