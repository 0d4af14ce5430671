/** The signs of the classes, for those who do not see the colors: the name in Plot, and the shape in a legend. */
export const symbols = [
  { symbol: 'circle', path: 'M-4.5,0A4.5,4.5,0,1,0,4.5,0A4.5,4.5,0,1,0,-4.5,0Z' },
  { symbol: 'square', path: 'M-4,-4H4V4H-4Z' },
  { symbol: 'triangle', path: 'M0,-5.2L4.5,2.6H-4.5Z' },
  { symbol: 'diamond', path: 'M0,-6L3.4,0L0,6L-3.4,0Z' },
  { symbol: 'star', path: 'M0,-6L1.4,-1.9L5.7,-1.9L2.2,0.7L3.5,4.9L0,2.3L-3.5,4.9L-2.2,0.7L-5.7,-1.9L-1.4,-1.9Z' },
  { symbol: 'cross', path: 'M-5,-1.7H-1.7V-5H1.7V-1.7H5V1.7H1.7V5H-1.7V1.7H-5Z' },
] as const;

/** The sign of class number `index`; after six they begin again. */
export function symbolOf(index: number): (typeof symbols)[number] {
  return symbols[index % symbols.length]!;
}
