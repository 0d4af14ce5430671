export { type ImageData, type ImageTask } from './image-task.js';
export { runImageTrainer } from './run-image-trainer.js';
