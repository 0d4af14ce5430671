export { serveTraining } from './serve-training.js';
export { workers } from './workers.js';
