import { run } from '@sixstep/tooling-consumers';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

// The last version that runs on Node 20; it is installed here alone, since nothing else needs its 300 packages.
const manifest = { private: true, dependencies: { verdaccio: '6.8.0' }, overrides: { 'node-fetch': '2.7.0' } };

const config = `
storage: ./storage
web: { enable: false }
auth: { htpasswd: { file: ./htpasswd } }
uplinks: {}
packages:
  '@sixstep/*': { access: $all, publish: $anonymous, unpublish: $anonymous }
log: { type: stdout, format: pretty, level: warn }
`;

/**
 * Starts a registry of npm packages on this machine, for the scope of the project alone.
 *
 * @param {string} folder for its files
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 * @throws Error if it does not start, with what it said
 */
export async function startRegistry(folder) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'config.yaml'), config);
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
  await run('npm', ['install', ...quiet], folder);

  const port = await freePort();
  const program = join(folder, 'node_modules/verdaccio/bin/verdaccio');
  const args = [program, '--config', 'config.yaml', '--listen', `127.0.0.1:${port}`];
  const server = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  server.stdout.on('data', (chunk) => (output += String(chunk)));
  server.stderr.on('data', (chunk) => (output += String(chunk)));
  // However this process ends, the registry ends with it.
  const kill = () => server.kill();
  process.on('exit', kill);

  const url = `http://127.0.0.1:${port}/`;
  for (let tries = 0; !(await answers(`${url}-/ping`)); tries++) {
    if (tries === 600 || server.exitCode !== null) {
      kill();
      throw new Error(`rehearse: expected the registry to answer at ${url}, received nothing. It said:\n${output}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  const stop = async () => {
    process.off('exit', kill);
    if (server.exitCode !== null) return;
    server.kill();
    await once(server, 'close');
  };
  return { url, stop };
}

/** @param {string} url */
const answers = (url) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return /** @type {import('node:net').AddressInfo} */ (address).port;
}
