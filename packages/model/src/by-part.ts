/** Takes the place of `leak-check` in programs that are bundled by part. @throws Error always */
export function leakCheckOf(): never {
  throw new Error(
    'fit: expected leakCheck to be left out in this program, which is bundled by part, received true. ' +
      'Bundle without the condition sixstep-by-part to look for leaks.',
  );
}
