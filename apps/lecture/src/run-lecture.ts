import { setRandomSeed } from '@sixstep/random';
import type { Lesson, Part } from './lesson/part.js';
import type { Section } from './lesson/section.js';

/** A section with its parts computed. */
export interface Chapter {
  readonly section: Section;
  readonly parts: readonly Part[];
}

/** Computes all sections in their order, and tells each part by `say` as it is ready. */
export async function runLecture(
  sections: readonly Section[],
  lesson: Lesson,
  say: (text: string) => void,
): Promise<Chapter[]> {
  const chapters: Chapter[] = [];
  for (const [i, section] of sections.entries()) {
    const heading = `${i + 1}. ${section.title.en}`;
    say(`\n${heading}\n${'='.repeat(heading.length)}\n`);
    const parts: Part[] = [];
    for (const [k, experiment] of section.experiments.entries()) {
      setRandomSeed(lesson.seed);
      const part = await experiment(lesson);
      const { title, printed, terminal } = part;
      say(`\n${i + 1}.${k + 1} ${title.en}\n\n${printed}\n${terminal === undefined ? '' : `\n${terminal}\n`}`);
      parts.push(part);
    }
    chapters.push({ section, parts });
  }
  return chapters;
}
