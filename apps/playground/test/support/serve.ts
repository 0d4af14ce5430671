import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { dataFolder } from './data-folder.js';

/** A server of the built page, in a process of its own. */
export interface Server {
  readonly address: string;
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Serves the page that `npm run build` made. */
export async function serve(): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(process.cwd(), 'scripts/serve.js'), '--built', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...(dataFolder !== undefined && { SIXSTEP_DATA_DIR: dataFolder }) },
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      if (String(text).includes(String(port))) resolve();
    });
    child.on('exit', (code) => reject(new Error(`The server ended with code ${code}. Is the page built?`)));
  });
  child.removeAllListeners('exit');
  return {
    address: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        child.on('exit', () => resolve());
        child.kill();
      }),
  };
}
