export { packAll } from './pack-all.js';
export { run } from './run.js';
export { runConsumers } from './run-consumers.js';
