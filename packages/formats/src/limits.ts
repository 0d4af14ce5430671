/** How much a file may ask for. */
export interface Limits {
  /** Bytes that all parts of the file may take in memory together. Default 2 GiB. */
  readonly maxBytes?: number;
  /** How many times its compressed size a part of at least 64 KiB may take. Default 100. */
  readonly maxRatio?: number;
}

/** The limits with their defaults. */
export const limitsOf = ({ maxBytes = 2 ** 31, maxRatio = 100 }: Limits = {}): Required<Limits> => ({
  maxBytes,
  maxRatio,
});

/** Parts up to this size may be compressed as far as they can. */
export const RATIO_FLOOR = 65536;
