// The script of a worker whose model is made from its config.
import { serveTraining } from './serve-training.js';
serveTraining();
