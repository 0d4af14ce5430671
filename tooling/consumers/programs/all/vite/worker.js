import { trainIris } from '../iris.js';
import { startWasm } from './start-wasm.js';

await startWasm();
postMessage(await trainIris());
