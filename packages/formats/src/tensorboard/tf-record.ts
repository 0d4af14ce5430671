import { crc32c } from './crc32c.js';

/** A checksum of bytes that may hold checksums themselves: rotated by 15 bits, plus a constant. */
function maskedCrc(bytes: Uint8Array): number {
  const c = crc32c(bytes);
  return (((c >>> 15) | (c << 17)) + 0xa282ead8) >>> 0;
}

/**
 * A record as TFRecord files have it: length (8 bytes, little endian), its checksum, the data, their checksum (4 bytes each).
 *
 * Source: TensorFlow, "TFRecord and tf.train.Example", format details.
 */
export function tfRecord(data: Uint8Array): Uint8Array {
  const record = new Uint8Array(8 + 4 + data.length + 4);
  const view = new DataView(record.buffer);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(8, maskedCrc(record.subarray(0, 8)), true);
  record.set(data, 12);
  view.setUint32(12 + data.length, maskedCrc(data), true);
  return record;
}
