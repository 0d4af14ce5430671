/**
 * The picture with the names in it made its own, panel by panel: two pictures with one name would share what it means, and
 * the second one would lose it while the first is hidden.
 */
export function ownNames(svg: string, prefix: string): string {
  const rename = (part: string, i: number): string =>
    part.replace(/ id="([^"]+)"/g, ` id="${prefix}-${i}-$1"`).replace(/url\(#([^)]+)\)/g, `url(#${prefix}-${i}-$1)`);
  return svg
    .split(/(?=<g class="sixstep-panel")/)
    .map(rename)
    .join('');
}
