/** Side of the drawing pad in its own pixels. */
export const PAD = 280;

/** Sum of what a smaller square holds of a larger picture, sampled evenly. */
function mean(ink: Float32Array, left: number, top: number, side: number): number {
  const [x0, x1] = [Math.max(0, Math.floor(left)), Math.min(PAD, Math.ceil(left + side))];
  const [y0, y1] = [Math.max(0, Math.floor(top)), Math.min(PAD, Math.ceil(top + side))];
  let sum = 0;
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) sum += ink[y * PAD + x]!;
  return sum / (Math.ceil(left + side) - Math.floor(left)) / (Math.ceil(top + side) - Math.floor(top));
}

/**
 * Makes an image like those of MNIST out of a drawing: what was drawn fits into 20x20, and its center of mass is the
 * center of 28x28.
 *
 * @param ink [280, 280] from 0 to 1
 * @returns [28, 28] from 0 to 1, or undefined if nothing is drawn
 */
export function centerDrawing(ink: Float32Array): Float32Array<ArrayBuffer> | undefined {
  let [left, right, top, bottom] = [PAD, -1, PAD, -1];
  let [sum, sumX, sumY] = [0, 0, 0];
  for (let y = 0; y < PAD; y++) {
    for (let x = 0; x < PAD; x++) {
      const value = ink[y * PAD + x]!;
      if (value < 0.1) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      sum += value;
      sumX += value * (x + 0.5);
      sumY += value * (y + 0.5);
    }
  }
  if (right < 0) return undefined;
  // Pad pixels a pixel of the image; small drawings are not blown up beyond their strokes.
  const size = Math.max(4, Math.max(right - left, bottom - top) / 20);
  const [centerX, centerY] = [sumX / sum, sumY / sum];
  const image = new Float32Array(28 * 28);
  for (let row = 0; row < 28; row++) {
    for (let column = 0; column < 28; column++) {
      image[row * 28 + column] = mean(ink, centerX + (column - 14) * size, centerY + (row - 14) * size, size);
    }
  }
  return image;
}
