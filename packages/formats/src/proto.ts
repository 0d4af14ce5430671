import protobuf from 'protobufjs/minimal.js';

const { Writer } = protobuf;
/** Writes a field. */
export type Field = (writer: protobuf.Writer) => void;

/** A message of protobuf: what its fields write, one after the other. */
export const message = (...fields: readonly (Field | undefined)[]): Uint8Array => {
  const writer = Writer.create();
  for (const field of fields) field?.(writer);
  return writer.finish();
};

const tag = (field: number, wire: 0 | 1 | 2 | 5): number => field * 8 + wire;

export const int =
  (field: number, value: number): Field =>
  (writer) =>
    void writer.uint32(tag(field, 0)).int64(value);
export const float =
  (field: number, value: number): Field =>
  (writer) =>
    void writer.uint32(tag(field, 5)).float(value);
export const double =
  (field: number, value: number): Field =>
  (writer) =>
    void writer.uint32(tag(field, 1)).double(value);
export const text =
  (field: number, value: string): Field =>
  (writer) =>
    void writer.uint32(tag(field, 2)).string(value);
export const bytes =
  (field: number, value: Uint8Array): Field =>
  (writer) =>
    void writer.uint32(tag(field, 2)).bytes(value);
/** One field for each item. */
export const each =
  <T>(items: readonly T[], write: (item: T) => Field): Field =>
  (writer) => {
    for (const item of items) write(item)(writer);
  };
