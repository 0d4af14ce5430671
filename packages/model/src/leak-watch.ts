/** What runs the steps and callbacks of a training and looks for tensors that they leave behind. */
export interface LeakWatch {
  /**
   * Runs a step.
   *
   * @param kind what it is, such as `the step`
   * @param where where the training stands, for the error
   */
  step(kind: string, where: string, f: () => void): void;
  /** Runs a callback, or a step that is awaited. */
  callback(name: string, where: string, f: () => void | Promise<void>): Promise<void>;
}
