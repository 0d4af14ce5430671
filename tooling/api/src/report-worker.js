// Reports of some packages, in a thread of its own.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { report } from './report.js';

const { packages, names, write } = workerData;
for (const name of names) parentPort?.postMessage({ name, fault: report(join(packages, name), write) });
