import type { Case } from './fixture.js';

/**
 * Runs a case and says the first difference, undefined if there is none. It is called in an engine scope: the tensors
 * that it leaves behind are disposed.
 *
 * @param file the fixture's file, for suites with further files beside it
 * @throws NotSupported if a package has not what the case asks for
 */
export type Suite = (test: Case, file: string) => Promise<string | undefined>;

/** The last word of a dotted name. */
export const lastWord = (dotted: string): string => dotted.slice(dotted.lastIndexOf('.') + 1);
