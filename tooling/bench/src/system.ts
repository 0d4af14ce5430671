import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Request, Response } from './protocol.js';

/** A library under test, running in a process of its own. */
export interface System {
  readonly name: string;
  readonly versions: Readonly<Record<string, string>>;
  ask(request: Request): Promise<Response>;
  close(): void;
}

/** How each system is started; those of Python need the interpreter that `--python` names. */
export function commands(
  python: string | undefined,
  workers: number | undefined,
): Readonly<Record<string, readonly string[]>> {
  const script = (name: string, ...args: readonly string[]): readonly string[] => [
    process.execPath,
    fileURLToPath(new URL(`./systems/${name}.js`, import.meta.url)),
    ...args,
  ];
  const inPython = (name: string): readonly string[] => [
    python!,
    fileURLToPath(new URL(`../python/${name}.py`, import.meta.url)),
  ];
  return {
    sixstep: script('sixstep'),
    ...(workers !== undefined && { 'sixstep-workers': script('sixstep', String(workers)) }),
    'tfjs-layers-wasm': script('tfjs-layers', 'wasm'),
    'tfjs-layers-wasm+kernels': script('tfjs-layers', 'wasm+kernels'),
    'tfjs-layers-cpu': script('tfjs-layers', 'cpu'),
    'jax-js-wasm': script('jax-js'),
    ...(python !== undefined && { keras: inPython('keras_system'), pytorch: inPython('pytorch_system') }),
  };
}

/** Starts a system and waits until it is ready. */
export async function startSystem(name: string, [command, ...args]: readonly string[]): Promise<System> {
  const child: ChildProcessWithoutNullStreams = spawn(command!, args);
  let complaints = '';
  child.stderr.on('data', (text: Buffer) => (complaints = (complaints + String(text)).slice(-2000)));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<unknown> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`${name} ended: ${complaints.trim()}`);
      // Libraries greet on standard output; the protocol's lines are JSON.
      if (value.startsWith('{')) return JSON.parse(value);
    }
  };
  const { versions } = (await read()) as { versions: Record<string, string> };
  return {
    name,
    versions,
    async ask(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return (await read()) as Response;
    },
    close: () => void child.kill(),
  };
}
