/** The states before each step: h0, then all of hs but the last. hs and `before`: [batch, steps, units]. */
export function delay(hs: usize, h0: usize, before: usize, batch: i32, steps: i32, units: i32): void {
  const line = (<usize>units) << 2;
  const rest = <usize>(steps - 1) * line;
  for (let i = 0; i < batch; i++) {
    memory.copy(before, h0, line);
    memory.copy(before + line, hs, rest);
    before += rest + line;
    hs += rest + line;
    h0 += line;
  }
}
