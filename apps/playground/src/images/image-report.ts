/** What the page is told while a network learns images. */
export interface ImageReport {
  readonly run: number;
  readonly step: number;
  readonly stepsPerEpoch: number;
  /** Means over the steps since the last report. */
  readonly loss: number;
  readonly accuracy: number;
}

/** What the page is told after an epoch: how it does on the test images. */
export interface ImageEvaluation {
  readonly run: number;
  readonly epoch: number;
  readonly step: number;
  /** Seconds that the epoch's training took. */
  readonly seconds: number;
  readonly loss: number;
  readonly accuracy: number;
  /** How often the true class (row) was called so (column): [10, 10]. */
  readonly confusion: Int32Array<ArrayBuffer>;
  /** Test images that were called wrongly, the surest first. */
  readonly mistakes: readonly ShownImage[];
  readonly done: boolean;
  /** Of all weights, once it is done. */
  readonly sha256?: string | undefined;
}

/** A test image with its class and what the network says. */
export interface ShownImage {
  readonly pixels: Uint8Array<ArrayBuffer>;
  readonly truth: number;
  readonly guess: number;
  readonly probability: number;
}
