/** What an optimizer knows of a variable. */
export interface Known {
  readonly shape: readonly number[];
  /** Its weight decay. */
  readonly decay: number;
}
