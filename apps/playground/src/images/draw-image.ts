/** Bytes of 28x28, light on black, as pixels of a canvas. */
export function putPixels(context: CanvasRenderingContext2D, pixels: Uint8Array, x: number, y: number): void {
  const image = context.createImageData(28, 28);
  for (let i = 0; i < 28 * 28; i++) {
    image.data.fill(pixels[i]!, 4 * i, 4 * i + 3);
    image.data[4 * i + 3] = 255;
  }
  context.putImageData(image, x, y);
}
