import { parse } from 'protobufjs';

// What TensorFlow's event.proto, summary.proto and tensor.proto say, as far as it is used: written down anew, so that it does not share
// a mistake with the writer.
const { root } = parse(`
  syntax = "proto3";
  message Event {
    double wall_time = 1;
    int64 step = 2;
    string file_version = 3;
    Summary summary = 5;
  }
  message Summary { repeated Value value = 1; }
  message Value { string tag = 1; Tensor tensor = 8; Metadata metadata = 9; }
  message Metadata { PluginData plugin_data = 1; }
  message PluginData { string plugin_name = 1; }
  message Tensor { int32 dtype = 1; Shape tensor_shape = 2; bytes tensor_content = 4; repeated bytes string_val = 8; }
  message Shape { repeated Dim dim = 2; }
  message Dim { int64 size = 1; }
`);
const Event = root.lookupType('Event');

/** A value of a summary. */
export interface Logged {
  readonly step: number;
  readonly tag: string;
  readonly plugin: string;
  readonly shape: readonly number[];
  /** Numbers, or bytes. */
  readonly values: readonly (number | Uint8Array)[];
}

/** CRC-32C bit by bit, and masked. */
function maskedChecksum(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes)
    for (let bit = 0; bit < 8; bit++) c = (c >>> 1) ^ ((c ^ (byte >> bit)) & 1 ? 0x82f63b78 : 0);
  const crc = BigInt((c ^ 0xffffffff) >>> 0);
  return Number((((crc >> 15n) | (crc << 17n)) + 0xa282ead8n) & 0xffffffffn);
}

/** The records of a TFRecord file. @throws Error if a checksum is wrong */
export function readRecords(file: Uint8Array): Uint8Array[] {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const records: Uint8Array[] = [];
  for (let at = 0; at < file.length;) {
    const length = Number(view.getBigUint64(at, true));
    const [head, data] = [file.subarray(at, at + 8), file.subarray(at + 12, at + 12 + length)];
    const sums = [view.getUint32(at + 8, true), view.getUint32(at + 12 + length, true)];
    if (sums[0] !== maskedChecksum(head) || sums[1] !== maskedChecksum(data)) throw new Error(`torn record at ${at}`);
    records.push(data);
    at += 12 + length + 4;
  }
  return records;
}

/** What a file of events holds. */
export function readEvents(file: Uint8Array): { readonly version: string; readonly logged: readonly Logged[] } {
  const events = readRecords(file).map((record) => Event.toObject(Event.decode(record), { longs: Number }));
  const logged = events.flatMap(({ step = 0, summary }) =>
    ((summary as { value: Value[] } | undefined)?.value ?? []).map((value) => logOf(step as number, value)),
  );
  return { version: events[0]!['fileVersion'] as string, logged };
}

interface Value {
  readonly tag: string;
  readonly tensor: {
    readonly dtype: number;
    readonly tensorShape: { readonly dim?: readonly { readonly size?: number }[] };
    readonly tensorContent?: Uint8Array;
    readonly stringVal?: readonly Uint8Array[];
  };
  readonly metadata: { readonly pluginData: { readonly pluginName: string } };
}

function logOf(step: number, { tag, tensor, metadata }: Value): Logged {
  const { dtype, tensorShape, tensorContent = new Uint8Array(0), stringVal = [] } = tensor;
  const { buffer } = tensorContent.slice();
  const values = dtype === 1 ? new Float32Array(buffer) : dtype === 2 ? new Float64Array(buffer) : stringVal;
  return {
    step,
    tag,
    plugin: metadata.pluginData.pluginName,
    shape: (tensorShape.dim ?? []).map(({ size = 0 }) => size),
    values: Array.from<number | Uint8Array>(values),
  };
}
