/** The Levenshtein distance: the least number of letters to insert, delete or replace. */
function distance(a: string, b: string): number {
  /** The distances of what of a has been looked at to each beginning of b. */
  const row = [...Array(b.length + 1).keys()];
  for (const letter of a) {
    let corner = row[0]!++;
    for (let j = 1; j < row.length; j++) {
      const replaced = corner + (letter === b[j - 1] ? 0 : 1);
      corner = row[j]!;
      row[j] = Math.min(row[j - 1]! + 1, corner + 1, replaced);
    }
  }
  return row[b.length]!;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * The known name that is nearest to `name`, or undefined if none is near (more than 40 % of the letters differ).
 * Case and underscores do not count, so Keras' `sparse_categorical_crossentropy` finds `sparseCategoricalCrossentropy`.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const wanted = plain(name).slice(0, 80);
  let [best, least]: [string | undefined, number] = [undefined, Infinity];
  for (const candidate of known) {
    const d = distance(wanted, plain(candidate));
    if (d < least && d <= 0.4 * Math.max(wanted.length, candidate.length)) [best, least] = [candidate, d];
  }
  return best;
}

/** Asks for the nearest known name, if there is one. */
export function didYouMean(name: unknown, known: readonly string[]): string {
  const guess = nearest(String(name), known);
  return guess === undefined ? '' : ` Did you mean '${guess}'?`;
}
