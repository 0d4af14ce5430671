import { shorten } from './shorten.js';
import { textWidth } from './text-width.js';

/** `text` in lines of at most `room` pixels, broken at spaces and between Chinese letters; what is beyond `most` is cut. */
export function wrap(text: string, size: number, room: number, most: number): string[] {
  const words = text.match(/[\u2e80-\uffef]\s*|[^\s\u2e80-\uffef]+\s*/g) ?? [text];
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1)!;
    if (line === '' || lines.length === most || textWidth((line + word).trimEnd(), size) <= room) {
      lines[lines.length - 1] = line + word;
    } else lines.push(word);
  }
  return lines.map((line) => shorten(line.trimEnd(), size, room));
}
