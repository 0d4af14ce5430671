/** A class' name as that of the function which makes it: `MeanIoU` -> `meanIoU`, `KLDivergence` -> `klDivergence`. */
export const camelCase = (className: string): string =>
  className.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
