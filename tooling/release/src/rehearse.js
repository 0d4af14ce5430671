// npm run rehearse: a whole release, twice, to a registry on this machine, and what a user does with both.
import { run } from '@sixstep/tooling-consumers';
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { git } from './git.js';
import { root } from './root.js';
import { startRegistry } from './start-registry.js';

const help = `Usage: npm run rehearse -- [options]

Publishes all packages of the last commit to a registry that runs on this machine for as long, installs them by npm in an
empty folder and trains with them; then publishes a second version with a changeset, upgrades and trains again. Works in
a temporary clone: nothing here changes, nothing is sent anywhere, and the packages of others come from the usual registry.

  --keep   keep the temporary folder
  --help   show this text`;

const { values } = parseArgs({
  options: { keep: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (values.help) console.log(help);
else {
  const folder = mkdtempSync(join(tmpdir(), 'sixstep-rehearsal-'));
  process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143));
  process.on('exit', () => {
    if (values.keep) console.log(`The folder is ${folder}.`);
    else rmSync(folder, { recursive: true, force: true });
  });
  try {
    await rehearse(folder);
    console.log('✓ the rehearsal went well');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error('✗ the rehearsal failed');
    process.exitCode = 1;
  }
}

/** @param {string} folder an empty one */
async function rehearse(folder) {
  const [clone, user] = [join(folder, 'clone'), join(folder, 'user')];
  if (git(root, 'status', '--porcelain') !== '') console.log('(changes that are not committed are left out)');
  const registry = await step('start a registry', () => startRegistry(join(folder, 'registry')));
  try {
    await step('clone and install', async () => {
      git(folder, 'clone', '--quiet', root, clone);
      git(clone, 'checkout', '--quiet', '-B', 'main');
      git(clone, 'config', 'user.name', 'Rehearsal');
      git(clone, 'config', 'user.email', 'rehearsal@localhost');
      const host = registry.url.slice('http:'.length);
      writeFileSync(join(clone, '.npmrc'), `@sixstep:registry=${registry.url}\n${host}:_authToken=rehearsal\n`);
      writeFileSync(join(clone, '.git/info/exclude'), '.npmrc\n');
      await run('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], clone);
    });

    const first = await step('raise the versions', () => raiseVersions(clone));
    await step('publish all packages', () => publish(clone, registry.url));
    await step('install them in an empty folder', async () => {
      cpSync(fileURLToPath(new URL('../user', import.meta.url)), user, { recursive: true });
      writeFileSync(join(user, '.npmrc'), `@sixstep:registry=${registry.url}\n`);
      await install(user, [...first.keys()]);
      assert.deepEqual(installedVersions(user), first);
    });
    const before = await step('train', () => run(process.execPath, ['iris.js'], user));
    process.stdout.write(before);

    await step('add a changeset to @sixstep/optimizers', async () => {
      const text = "---\n'@sixstep/optimizers': minor\n---\n\nA rehearsal: nothing has changed.\n";
      writeFileSync(join(clone, '.changeset/rehearsal.md'), text);
      commit(clone, 'A changeset');
    });
    const second = await step('raise the versions', () => raiseVersions(clone));
    const raised = [...second].filter(([name, version]) => first.get(name) !== version);
    console.log(raised.map(([name, version]) => `    ${name} ${first.get(name)} -> ${version}\n`).join(''));
    assert.ok(raised.some(([name]) => name === '@sixstep/optimizers'));
    assert.ok(raised.length < second.size, 'a change of the optimizers raised every version');
    await step('publish what was raised', () => publish(clone, registry.url));
    await step('upgrade', async () => {
      await install(user, [...second.keys()]);
      assert.deepEqual(installedVersions(user), second);
    });
    assert.equal(await step('train', () => run(process.execPath, ['iris.js'], user)), before);
  } finally {
    await registry.stop();
  }
}

/**
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function step(title, work) {
  const started = performance.now();
  const result = await work();
  console.log(`✓ ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return result;
}

/**
 * @param {string} clone
 * @returns {Promise<Map<string, string>>} the version of each package
 */
async function raiseVersions(clone) {
  await run('pnpm', ['exec', 'changeset', 'version'], clone);
  commit(clone, 'Versions');
  const versions = readdirSync(join(clone, 'packages')).map((name) => {
    const manifest = JSON.parse(readFileSync(join(clone, 'packages', name, 'package.json'), 'utf8'));
    const changes = readFileSync(join(clone, 'packages', name, 'CHANGELOG.md'), 'utf8');
    assert.ok(
      changes.includes(`\n## ${manifest.version}\n`),
      `${name}/CHANGELOG.md says nothing of ${manifest.version}`,
    );
    return /** @type {const} */ ([manifest.name, manifest.version]);
  });
  return new Map(versions);
}

/** @param {string} clone @param {string} message */
function commit(clone, message) {
  git(clone, 'add', '--all');
  git(clone, 'commit', '--quiet', '--message', message);
}

/**
 * As `npm run release` does.
 *
 * @param {string} clone
 * @param {string} registry
 */
function publish(clone, registry) {
  return run('pnpm', ['exec', 'node', 'tooling/release/src/main.js', '--skip-checks', '--registry', registry], clone);
}

/**
 * @param {string} user
 * @param {readonly string[]} names
 */
function install(user, names) {
  const packages = [...names.map((name) => `${name}@latest`), '@tensorflow/tfjs-core@4'];
  return run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], user);
}

/** @param {string} user @returns {Map<string, string>} */
function installedVersions(user) {
  const scope = join(user, 'node_modules/@sixstep');
  return new Map(
    readdirSync(scope)
      .sort()
      .map((name) => {
        const manifest = JSON.parse(readFileSync(join(scope, name, 'package.json'), 'utf8'));
        return [manifest.name, manifest.version];
      }),
  );
}
