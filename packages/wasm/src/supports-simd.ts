/** A module with one function that returns a vector of zeros. */
const probe: Uint8Array<ArrayBuffer> = Uint8Array.from([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

/** Whether the engine runs WebAssembly's 128-bit vectors. */
export function supportsSimd(): boolean {
  return WebAssembly.validate(probe);
}
