/** The width of a letter in em, on the safe side for DejaVu Sans, the widest of the fonts that are likely. */
function em(letter: string): number {
  if (/[\u2e80-\uffef]|[\ud800-\udbff]/.test(letter)) return 1;
  if (/[iljftr.,:;|!'()[\] ]/.test(letter)) return 0.36;
  if (/[mwMW%@]/.test(letter)) return 0.95;
  return /[A-Z]/.test(letter) ? 0.7 : 0.62;
}

/** About how wide `text` is, in pixels, at a font size of `size` pixels. */
export function textWidth(text: string, size: number): number {
  return Array.from(text).reduce((sum, letter) => sum + em(letter), 0) * size;
}

/** By how much bold letters are wider. */
export const bold = 1.13;
