import type { Text } from '../lesson/text.js';
import type { Chapter } from '../run-lecture.js';
import { both } from './both.js';
import { escape } from './escape.js';
import { script } from './script.js';
import { sectionHtml } from './section-html.js';
import { style } from './style.js';

const title: Text = { en: 'The lecture, computed', zh: '把课程算一遍' };
const lead: Text = {
  en: 'Every number and every figure of an introductory lecture on neural networks, computed by the packages of Sixstep: trained on WebAssembly, differentiated automatically, drawn as vector graphics.',
  zh: '神经网络入门课程中的每个数字、每张图，都由 Sixstep 的各个包重新计算：在 WebAssembly 上训练，自动微分，以矢量图绘制。',
};

/** The page with all sections: one file that needs no other. */
export async function htmlPage(chapters: readonly Chapter[]): Promise<string> {
  const sections: string[] = [];
  for (const [i, chapter] of chapters.entries()) sections.push(await sectionHtml(chapter, i + 1));
  const links = chapters.map(({ section }) => `<a href="#section-${section.id}">${both('span', section.title)}</a>`);
  return `<!doctype html>
<html lang="en" data-lang="en" data-title-en="${escape(title.en)}" data-title-zh="${escape(title.zh)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title.en)}</title>
<style>${style}</style>
</head>
<body>
<header><div class="bar">
<nav aria-label="Sections">${links.join('')}</nav>
<div class="switches">
<button id="language" type="button"><span lang="en">中文</span><span lang="zh">English</span></button>
<button id="theme" type="button">${both('span', { en: 'Light / dark', zh: '浅色 / 深色' })}</button>
</div>
</div></header>
<main>
<h1>${both('span', title)}</h1>${both('p', lead)}
${sections.join('\n')}
<footer>${both('p', { en: 'Made by `npm run lecture` of Sixstep.', zh: '由 Sixstep 的 `npm run lecture` 生成。' })}</footer>
</main>
<script>${script}</script>
</body>
</html>
`;
}
