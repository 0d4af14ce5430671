import type { Chapter } from '../run-lecture.js';

/** All numbers of the lecture by section and part. */
export function numbersOf(chapters: readonly Chapter[]): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    chapters.map(({ section, parts }) => [
      section.id,
      Object.fromEntries(parts.map(({ id, numbers }) => [id, numbers])),
    ]),
  );
}
