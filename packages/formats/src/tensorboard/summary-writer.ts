import { formatShape } from '@sixstep/parts';
import { platform } from '#platform';
import { bytes, double, int, message, text, type Field } from '../proto.js';
import { histogramValue, imageValue, scalarValue, type SummaryImage } from './summaries.js';
import { tfRecord } from './tf-record.js';

/** Options of `summaryWriter`. */
export interface SummaryWriterOptions {
  /** The folder; each writer has a file of its own in it. */
  readonly logDir: string;
  /**
   * Adds bytes at the end of a file, whose name begins with `logDir`. Default: a file of the machine (Node); in a browser it must be
   * given.
   */
  readonly write?: ((file: string, bytes: Uint8Array) => void | Promise<void>) | undefined;
}

/** Writes what TensorBoard shows. Nothing is written before `flush`, or until 16 KB have come together. */
export interface SummaryWriter {
  scalar(tag: string, value: number, step: number): void;
  /** Values that are not finite are left out. */
  histogram(tag: string, values: ArrayLike<number>, step: number): void;
  /**
   * @param images values from 0 to 1, shape [samples, height, width, channels] with 1, 3 or 4 channels
   * @throws Error on another shape
   */
  image(
    tag: string,
    images: { readonly data: ArrayLike<number>; readonly shape: readonly number[] },
    step: number,
  ): void;
  /** Writes what there is. It must be called at the end. */
  flush(): Promise<void>;
  /** Whether so much has come together that it should be written. */
  readonly isFull: boolean;
}

let files = 0;

/** A name that TensorBoard knows, and no other writer has. */
function fileName(): string {
  const random = crypto.getRandomValues(new Uint32Array(1))[0]!.toString(16).padStart(8, '0');
  return `events.out.tfevents.${Math.floor(Date.now() / 1000)}.sixstep.${random}.${files++}.v2`;
}

/** A message `Event`, as a record. */
const event = (...fields: readonly Field[]): Uint8Array => tfRecord(message(double(1, Date.now() / 1000), ...fields));

/**
 * A file of events for TensorBoard: scalars, histograms and images, as TensorFlow 2 writes them. `tf.summary.create_file_writer`.
 *
 * A file that is cut short is read up to its last whole record.
 *
 * @example
 * const writer = summaryWriter({ logDir: 'logs/train' });
 * writer.scalar('epoch_loss', 0.5, 0);
 * await writer.flush();
 */
export function summaryWriter({ logDir, write = platform.appendFile }: SummaryWriterOptions): SummaryWriter {
  const file = `${logDir}/${fileName()}`;
  let waiting: Uint8Array[] = [event(text(3, 'brain.Event:2'))];
  let last: Promise<void> = Promise.resolve();
  const add = (step: number, value: Uint8Array): void =>
    void waiting.push(event(int(2, step), bytes(5, message(bytes(1, value)))));
  return {
    scalar: (tag, value, step) => add(step, scalarValue(tag, value)),
    histogram: (tag, values, step) => add(step, histogramValue(tag, values)),
    image: (tag, images, step) => add(step, imageValue(tag, imagesOf(images))),
    flush() {
      const all = new Uint8Array(waiting.reduce((size, { length }) => size + length, 0));
      let at = 0;
      for (const record of waiting) {
        all.set(record, at);
        at += record.length;
      }
      waiting = [];
      // One after the other, also where nobody waits for the first.
      if (all.length > 0) last = last.then(() => write(file, all));
      return last;
    },
    get isFull() {
      return waiting.reduce((size, { length }) => size + length, 0) >= 16384;
    },
  };
}

function imagesOf({ data, shape }: { data: ArrayLike<number>; shape: readonly number[] }): SummaryImage[] {
  const [samples = 0, height = 0, width = 0, channels = 0] = shape;
  const size = height * width * channels;
  if (shape.length !== 4 || ![1, 3, 4].includes(channels) || samples * size === 0 || data.length !== samples * size) {
    throw new Error(
      `summaryWriter: expected images of shape [samples, height, width, channels] with 1, 3 or 4 channels, ` +
        `received ${data.length} values of shape ${formatShape(shape)}.`,
    );
  }
  const values = Array.from(data);
  return Array.from({ length: samples }, (_, i) => ({
    data: values.slice(i * size, (i + 1) * size),
    shape: [height, width, channels],
  }));
}
