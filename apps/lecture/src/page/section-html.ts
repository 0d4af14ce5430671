import type { Part } from '../lesson/part.js';
import type { Chapter } from '../run-lecture.js';
import { both } from './both.js';
import { escape } from './escape.js';
import { figureHtml } from './figure-html.js';

async function partHtml(part: Part, number: string): Promise<string> {
  const figures: string[] = [];
  for (const figure of part.figures) figures.push(await figureHtml(figure));
  const title = { en: `${number} ${part.title.en}`, zh: `${number} ${part.title.zh}` };
  return [
    `<article id="${part.id}"><h3>${both('span', title)}</h3>`,
    ...part.text.map((text) => both('p', text)),
    part.code === undefined ? '' : `<pre class="code" tabindex="0"><code>${escape(part.code)}</code></pre>`,
    figures.length === 0 ? '' : `<div class="figures">${figures.join('\n')}</div>`,
    `<details><summary>${both('span', { en: 'The numbers', zh: '数值' })}</summary>`,
    `<pre tabindex="0">${escape(part.printed)}</pre></details></article>`,
  ].join('\n');
}

/** A section with all that was computed for it. */
export async function sectionHtml({ section, parts }: Chapter, number: number): Promise<string> {
  const title = { en: `${number}. ${section.title.en}`, zh: `${number}. ${section.title.zh}` };
  const articles: string[] = [];
  for (const [i, part] of parts.entries()) articles.push(await partHtml(part, `${number}.${i + 1}`));
  return `<section id="section-${section.id}"><h2>${both('span', title)}</h2>\n${articles.join('\n')}\n</section>`;
}
