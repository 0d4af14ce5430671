export { stopOnInterrupt, type Interruption } from './interruption.js';
export { integer, positive } from './option-values.js';
export { trainingReport, type TrainingReport } from './training-report.js';
export { userPath } from './user-path.js';
export { weightsSha256 } from './weights-sha256.js';
export { writeFileWhole } from './write-file-whole.js';
