export { caseDifference, difference } from './compare.js';
export { type Case, type Fixture, type TensorData } from './fixture.js';
export { optionsFromKeras, partFromKeras } from './from-keras.js';
export { knownNotSupported, ownFixtures, readFixtures } from './read-fixtures.js';
export { runCase, type Outcome } from './run-case.js';
