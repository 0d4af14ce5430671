import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/** What `code` prints in a process of its own. */
const run = (code: string, ...options: string[]): string =>
  execFileSync(process.execPath, [...options, '--input-type=module', '-e', code], { encoding: 'utf8' });

/** The same as a browser build would have it: with the condition `browser`. */
const inBrowser = (code: string): string => run(code, '--conditions=browser');

const draw = `
  import { curves } from '@sixstep/plots';
  process.stdout.write(curves({ history: { loss: [3, 2, 1] } }).svg);
`;

test('browsers draw in their own document, with the same picture', () => {
  const page = `
    import { parseHTML } from 'linkedom';
    globalThis.document = parseHTML('<!doctype html><html><body></body></html>').document;
  `;
  expect(inBrowser(page + draw)).toBe(run(draw));
});

test('neither the document of Node nor the renderer of PNG reaches a browser', () => {
  const dist = new URL('../dist/', import.meta.url);
  const seen = new Set<string>();
  const libraries = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, name] of readFileSync(new URL(file, dist), 'utf8').matchAll(/(?:from|import\() ?'([^']+)'/g)) {
      if (name === '#platform') visit('platform-browser.js');
      else if (name!.startsWith('./')) visit(name!.slice(2));
      else libraries.add(name!);
    }
  };
  visit('index.js');
  expect(seen.size).toBeGreaterThan(30);
  expect([...libraries].sort()).toEqual(['@observablehq/plot', '@sixstep/parts', '@tensorflow/tfjs-core', 'fast-png']);
});

test('a worker is told to send its data to the page, and a browser to show the SVG', () => {
  const messages = inBrowser(`
    import { curves, toPng } from '@sixstep/plots';
    const say = (error) => console.log(error.message);
    try { curves({ history: { loss: [1] } }); } catch (error) { say(error); }
    await toPng('<svg/>').catch(say);
  `);
  expect(messages.trim().split('\n')).toEqual([
    'plots: expected a document to draw with, and a worker has none. Send the data to the page.',
    'toPng: expected to run in Node. In a browser show the SVG itself.',
  ]);
});
