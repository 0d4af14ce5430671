/** The Levenshtein distance: the least number of letters to insert, delete or replace. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, replaced));
    }
    previous = row;
  }
  return previous[b.length]!;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * The known name that is nearest to `name`, or undefined if none is near (more than 40 % of the letters differ).
 * Case and underscores do not count, so Keras' `sparse_categorical_crossentropy` finds `sparseCategoricalCrossentropy`.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const wanted = plain(name).slice(0, 80);
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const d = distance(wanted, plain(candidate));
    if (d < least && d <= 0.4 * Math.max(wanted.length, candidate.length)) [best, least] = [candidate, d];
  }
  return best;
}
