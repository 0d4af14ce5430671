export { expectWritableFolder } from './expect-writable-folder.js';
export { stopOnInterrupt, type Interruption } from './interruption.js';
export { integer, positive } from './option-values.js';
export { runApp } from './run-app.js';
export { trainingReport, type TrainingReport } from './training-report.js';
export { userPath } from './user-path.js';
export { weightsSha256 } from './weights-sha256.js';
export { writeFileWhole } from './write-file-whole.js';
