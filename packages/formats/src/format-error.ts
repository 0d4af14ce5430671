/**
 * Thrown where a file is not what it should be: torn, foreign, contradictory, or asking for more than is allowed. The
 * message says what is wrong and where; nothing of such a file is used.
 */
export class FormatError extends Error {
  override readonly name: string = 'FormatError';
}
