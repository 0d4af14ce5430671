import type { AnyModel } from '@sixstep/model';

/**
 * The weights of a model in the safetensors format, by their paths (`dense/kernel`), as float32.
 *
 * An 8-byte length (little endian), a header in JSON that says for each tensor its type, shape and place, then the bytes.
 * Source: https://huggingface.co/docs/safetensors
 */
export function safetensors(model: AnyModel): Uint8Array {
  const header: Record<string, { dtype: 'F32'; shape: number[]; data_offsets: [number, number] }> = {};
  const parts: Uint8Array[] = [];
  let end = 0;
  for (const { path, variable } of model.namedWeights()) {
    const { buffer, byteOffset, byteLength } = variable.dataSync();
    header[path] = { dtype: 'F32', shape: variable.shape, data_offsets: [end, (end += byteLength)] };
    parts.push(new Uint8Array(buffer, byteOffset, byteLength));
  }
  const json = JSON.stringify(header);
  const head = Buffer.alloc(8);
  const padded = Buffer.from(json.padEnd(Math.ceil(json.length / 8) * 8));
  head.writeBigUInt64LE(BigInt(padded.length));
  return Buffer.concat([head, padded, ...parts]);
}
