import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const withoutCode = (/** @type {string} */ text) =>
  text.replaceAll(/^\s*```[^]*?^\s*```$/gm, (block) => block.replaceAll(/[^\n]/g, ''));

/**
 * The anchors that GitHub gives to the headings of a document.
 *
 * @param {string} text
 * @returns {Set<string>}
 */
function anchorsIn(text) {
  const anchors = new Set();
  for (const [, heading] of withoutCode(text).matchAll(/^#+ (.*)$/gm)) {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const base = plain.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-');
    let anchor = base;
    for (let n = 1; anchors.has(anchor); n++) anchor = `${base}-${n}`;
    anchors.add(anchor);
  }
  return anchors;
}

/**
 * The links of a document that lead nowhere within the repository. Other sites are not looked at.
 *
 * @param {string} root
 * @param {string} file the document, from the root
 * @returns {string[]}
 */
export function linkFaults(root, file) {
  const faults = [];
  const lines = withoutCode(readFileSync(join(root, file), 'utf8')).split('\n');
  for (const [i, line] of lines.entries()) {
    for (const [, target] of line
      .replaceAll(/`[^`]*`/g, (code) => '`'.repeat(code.length))
      .matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [path, anchor] = target.split('#');
      const to = path === '' ? join(root, file) : join(root, dirname(file), path);
      const shown = relative(root, to);
      if (!existsSync(to)) faults.push(`${file}:${i + 1}: expected ${target} to exist, there is no ${shown}`);
      else if (anchor !== undefined && to.endsWith('.md') && !anchorsIn(readFileSync(to, 'utf8')).has(anchor))
        faults.push(`${file}:${i + 1}: expected ${shown} to have a heading for #${anchor}`);
    }
  }
  return faults;
}
