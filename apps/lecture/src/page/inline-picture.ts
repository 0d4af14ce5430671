/**
 * A picture to be put into the page. The names in it become its own, panel by panel: two pictures with one name would share
 * what it means, and the second one would lose it while the first is hidden. The picture as a whole has a label, so its
 * parts need none, and without a role they may have none.
 */
export function inlinePicture(svg: string, prefix: string): string {
  const rename = (part: string, i: number): string =>
    part.replace(/ id="([^"]+)"/g, ` id="${prefix}-${i}-$1"`).replace(/url\(#([^)]+)\)/g, `url(#${prefix}-${i}-$1)`);
  return svg
    .replace(/(<(?:g|rect)\b[^>]*?) aria-label="[^"]*"/g, '$1')
    .split(/(?=<g class="sixstep-panel")/)
    .map(rename)
    .join('');
}
