// f32x4.mul, local.get of a local below 128, f32x4.add: what assembly/madd.ts compiles to.
const mul = [0xfd, 0xe6, 0x01];
const add = [0xfd, 0xe4, 0x01];
const get = 0x20;
// f32x4.relaxed_madd takes the same three operands; it is shorter by three bytes, which become `nop`.
const madd = [0xfd, 0x85, 0x02, 0x01, 0x01, 0x01];

/**
 * The module with fused multiply-adds: a * b + c rounded once, where the hardware has it.
 *
 * The sums of products are rewritten in the compiled code, so that no second module has to be shipped. Results then depend
 * on the hardware.
 *
 * @param module the bytes of the module
 */
export function relax(module: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const relaxed = module.slice();
  const matches = (at: number, bytes: readonly number[]): boolean => bytes.every((byte, i) => module[at + i] === byte);
  for (let at = 0; at + 8 <= module.length; at++) {
    if (!matches(at, mul) || module[at + 3] !== get || module[at + 4]! > 127 || !matches(at + 5, add)) continue;
    relaxed.set([get, module[at + 4]!, ...madd], at);
  }
  return relaxed;
}
