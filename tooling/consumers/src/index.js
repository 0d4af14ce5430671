export { packAll } from './pack-all.js';
export { runConsumers } from './run-consumers.js';
