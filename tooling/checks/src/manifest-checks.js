import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arrows, mayImportLibraries } from './arrows.js';
import { importsOf } from './imports-of.js';
import { filesBelow } from './workspace.js';

/** @typedef {import('./workspace.js').Workspace} Workspace */

const code = /\.(ts|js|tsx|mjs|cjs)$/;
const isOurs = (/** @type {string} */ name) => name.startsWith('@sixstep/');
const isTooling = (/** @type {string} */ name) => name.startsWith('@sixstep/tooling-');
const listed = (/** @type {Iterable<string>} */ names) => [...names].sort().join(', ');

/** @param {Workspace} workspace */
function read({ path, manifest }) {
  const { dependencies = {}, peerDependencies = {}, devDependencies = {} } = manifest;
  const files = (/** @type {string[]} */ ...folders) =>
    folders.flatMap((folder) => filesBelow(join(path, folder), code));
  return {
    runtime: new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies)]),
    dependencies: new Set(Object.keys(dependencies)),
    development: new Set(Object.keys(devDependencies)),
    source: importsOf(files('src').filter((file) => !file.endsWith('.test.ts'))),
    tests: importsOf(files('test', 'scripts', 'browser')),
  };
}

/**
 * The checks of one package: each has a name and gives the faults that it found.
 *
 * @param {Workspace} workspace
 * @param {ReadonlyMap<string, Workspace>} byName all packages of the workspace
 * @returns {{ name: string, run: () => string[] }[]}
 */
export function manifestChecks(workspace, byName) {
  const { kind, folder, path, manifest } = workspace;
  const self = manifest.name;
  const facts = read(workspace);
  const short = folder.slice(folder.indexOf('/') + 1);
  const checks = [
    {
      name: 'everything imported in src is a dependency',
      run: () =>
        [...facts.source.all]
          .filter((name) => name !== self && !facts.runtime.has(name))
          // Types of Node and of build tools are not there at run time.
          .filter((name) => facts.source.values.has(name) || !facts.development.has(name) || kind === 'packages')
          .map((name) => `${name} is imported in src: add it to dependencies`),
    },
    {
      name: 'every dependency is imported in src',
      run: () =>
        [...facts.runtime]
          .filter((name) => !facts.source.all.has(name) && !isNamedOtherwise(workspace, name))
          .map((name) => `${name} is not imported in src: take it out of dependencies`),
    },
    {
      name: 'everything imported in tests is a dependency',
      run: () =>
        [...facts.tests.all]
          .filter((name) => name !== self && !facts.runtime.has(name) && !facts.development.has(name))
          .map((name) => `${name} is imported in a test: add it to devDependencies`),
    },
    {
      name: 'references of tsconfig.json are the workspace packages that src imports',
      run: () => references(workspace, facts.source.all, byName),
    },
  ];
  if (kind !== 'packages') return checks;
  return [
    ...checks,
    {
      name: 'the arrows between packages point one way',
      run: () => {
        const allowed = arrows[short];
        if (allowed === undefined)
          return [`packages/${short} is not in tooling/checks/src/arrows.js: say what it may import`];
        return [...facts.source.all, ...facts.dependencies]
          .filter((name) => isOurs(name) && name !== self && !allowed.includes(name.slice('@sixstep/'.length)))
          .map((name) => `${name} may not be imported; allowed are: ${listed(allowed) || 'none'}`);
      },
    },
    {
      name: 'third-party dependencies are few',
      run: () => {
        const allowed =
          short === 'wasm' ? ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-wasm'] : ['@tensorflow/tfjs-core'];
        if (mayImportLibraries[short]) return [];
        return [...facts.runtime]
          .filter((name) => !isOurs(name) && !allowed.includes(name))
          .map((name) => `${name} is a third-party dependency`);
      },
    },
    {
      name: 'has a licence, a README, tests, and is fit to be published',
      run: () => [
        ...['LICENSE', 'README.md', 'src/index.ts']
          .filter((file) => !existsSync(join(path, file)))
          .map((file) => `${file} is missing`),
        ...(filesBelow(join(path, 'test'), /\.test\.ts$/).length === 0 ? ['there are no tests'] : []),
        ...(manifest.private ? ['it is private'] : []),
        ...(self === `@sixstep/${short}` ? [] : [`its name is ${self}, not @sixstep/${short}`]),
        ...['description', 'license', 'exports', 'files', 'engines']
          .filter((field) => manifest[field] === undefined)
          .map((field) => `package.json has no ${field}`),
      ],
    },
  ];
}

/**
 * Whether a private package needs a dependency otherwise than by an import: its scripts or code name it, or another
 * dependency demands it as a peer.
 *
 * @param {Workspace} workspace
 * @param {string} name
 */
function isNamedOtherwise({ path, manifest }, name) {
  // What these depend on is imported by the examples of the documents, and by the programs that are bundled.
  if (isTooling(name) || ['@sixstep/tooling-readme', '@sixstep/tooling-bundle'].includes(manifest.name)) return true;
  if (manifest.private !== true) return false;
  const text = [
    JSON.stringify(manifest.scripts ?? {}),
    ...filesBelow(path, code).map((file) => readFileSync(file, 'utf8')),
  ].join('\n');
  if (text.includes(name)) return true;
  return Object.keys(manifest.dependencies ?? {}).some((other) => {
    const file = join(path, 'node_modules', other, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).peerDependencies?.[name] !== undefined;
  });
}

/**
 * @param {Workspace} workspace
 * @param {ReadonlySet<string>} imported
 * @param {ReadonlyMap<string, Workspace>} byName
 */
function references(workspace, imported, byName) {
  const { path, folder, manifest } = workspace;
  const file = join(path, 'tsconfig.json');
  if (!existsSync(file)) return [];
  /** @type {{ path: string }[]} */
  const given = JSON.parse(readFileSync(file, 'utf8')).references ?? [];
  const expected = new Set(
    [...imported]
      .filter((name) => name !== manifest.name && byName.has(name))
      .map((name) => /** @type {Workspace} */ (byName.get(name)).path),
  );
  const received = new Set(given.map((reference) => join(path, reference.path).replace(/\/$/, '')));
  // A program that another one starts is named, not imported.
  const named = Object.keys(manifest.dependencies ?? {}).filter((name) => isNamedOtherwise(workspace, name));
  const allowed = new Set([...expected, ...named.map((name) => byName.get(name)?.path)]);
  const relative = (/** @type {string} */ target) => target.slice(path.length - folder.length);
  return [
    ...[...expected]
      .filter((target) => !received.has(target))
      .map((target) => `a reference to ${relative(target)} is missing`),
    ...[...received]
      .filter((target) => !allowed.has(target))
      .map((target) => `the reference to ${relative(target)} is not needed`),
  ];
}
