// npm run release: publishes every package whose version is not published yet.
import { packAll } from '@sixstep/tooling-consumers';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { obstacles } from './obstacles.js';
import { releasePlan } from './release-plan.js';
import { root } from './root.js';

const help = `Usage: npm run release -- [options]

Publishes every package whose version is not published yet, and tags it. The versions must have been raised before:
\`npx pnpm@10 changeset version\`, reviewed and committed on main.

  --dry-run       publish nothing: show what would be published, also by the changesets that wait, and what hinders it
  --skip-checks   leave out .ci/run's checks, where they have run already
  --registry URL  where to (default: npm's)
  --help          show this text`;

const { values } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    'skip-checks': { type: 'boolean', default: false },
    registry: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help);
else process.exitCode = values['dry-run'] ? await show() : await publish();

/** Shows what would be published. Fails if something hinders it. */
async function show() {
  const hindered = obstacles(root);
  const { packages, changesets } = await releasePlan(root);
  if (!command('node_modules/typescript/bin/tsc', ['-b', 'tsconfig.build.json'])) return 1;
  const folder = mkdtempSync(join(tmpdir(), 'sixstep-release-'));
  try {
    const tarballs = await packAll(folder);
    const kilobytes = packages.map(({ name }) => statSync(tarballs.get(name) ?? '').size / 1000);
    const width = Math.max(0, ...packages.map(({ name }) => name.length));
    packages.forEach(({ name, from, version }, i) => {
      const raise = from === version ? version : `${from} -> ${version}`;
      console.log(`  ${name.padEnd(width)}  ${raise.padEnd(16)}  ${kilobytes[i]?.toFixed(1).padStart(6)} KB packed`);
    });
    const sum = kilobytes.reduce((a, b) => a + b, 0);
    console.log(
      packages.length === 0
        ? 'Everything is published: nothing to do.'
        : `${packages.length} packages, ${sum.toFixed(1)} KB, would be published to ${values.registry ?? "npm's registry"}.`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (changesets > 0) console.log(`Before that, ${changesets} changesets wait for \`npx pnpm@10 changeset version\`.`);
  console.log('A dry run leaves out the checks: `.ci/run` runs them.');
  for (const obstacle of hindered) console.error(obstacle);
  return hindered.length === 0 ? 0 : 1;
}

async function publish() {
  const hindered = obstacles(root);
  const { changesets } = await releasePlan(root);
  if (changesets > 0) {
    hindered.push(
      `release: expected versions that have been raised, received ${changesets} changesets that wait. Run ` +
        '`npx pnpm@10 changeset version`, review and commit what it writes, then release again.',
    );
  }
  for (const obstacle of hindered) console.error(obstacle);
  if (hindered.length > 0) return 1;

  const ready = values['skip-checks']
    ? command('node_modules/typescript/bin/tsc', ['-b', 'tsconfig.build.json'])
    : command('tooling/checks/src/ci.js', []);
  if (!ready) {
    console.error('release: nothing was published, since the checks failed. Mend what they show, then release again.');
    return 1;
  }
  // It asks the registry what is there already, publishes the rest, and tags it.
  if (!command('node_modules/@changesets/cli/bin.js', ['publish'])) {
    console.error('release: not everything was published. Release again: what was published is left out then.');
    return 1;
  }
  console.log('Published. `git push --follow-tags` tells others which commit it was.');
  return 0;
}

/**
 * Runs one of Node's programs at the root of the workspace.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {boolean} whether it succeeded
 */
function command(program, args) {
  const env = { ...process.env, ...(values.registry && { 'npm_config_@sixstep:registry': values.registry }) };
  return spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit', env }).status === 0;
}
