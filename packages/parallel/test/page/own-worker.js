import { serveTraining } from '@sixstep/parallel';
import { makeModel } from '../support/own-model.js';
import { wasmPaths } from './wasm-paths.js';

serveTraining({ model: makeModel, wasm: { wasmPaths } });
