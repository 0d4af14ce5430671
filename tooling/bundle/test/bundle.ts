import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export interface Bundle {
  readonly bytes: number;
  /** Bytes after gzip, tfjs-core and the .wasm left out. */
  readonly gzip: number;
  /** What is in it, as `package/file`. */
  readonly modules: readonly string[];
}

/** Runs Node on a program, or on the script that bundles it. */
function run(args: readonly string[], input: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

export const bundle = (program: string, ...flags: readonly '--by-part'[]): Bundle =>
  JSON.parse(run([join(process.cwd(), 'src/bundle.js'), ...flags], program)) as Bundle;

/** A program that has these exports and uses all of them. */
export function programOf(imports: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(imports).map(
    ([from, names]) => `import { ${names.join(', ')} } from '@sixstep/${from}';`,
  );
  return `${lines.join('\n')}\nObject.assign(globalThis, { ${Object.values(imports).flat().join(', ')} });`;
}

/** What Node prints of a program, line by line. */
export const outputOf = (program: string, ...flags: readonly string[]): string[] =>
  run([...flags, '--input-type=module', '-'], program)
    .trim()
    .split('\n');
