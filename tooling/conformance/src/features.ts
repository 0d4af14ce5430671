import { readFileSync } from 'node:fs';
import { camelCase } from '@sixstep/formats';
import * as formats from '@sixstep/formats';
import * as model from '@sixstep/model';
import { exportName } from './find-export.js';
import { optionsOf, type OptionsOf } from './options-of.js';
import { packageFor } from './packages.js';
import type { SuiteResult, TargetResult } from './run-suites.js';

/** What Keras has, by module, with the options of each; `keras-api.py` wrote it. */
interface KerasApi {
  readonly source: string;
  readonly modules: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** What is there under another name than the rule says. */
const INSTEAD: Readonly<Record<string, string>> = {
  BackupAndRestore: '`modelCheckpoint`, and `resumeFrom` of `fit`',
  InputLayer: '`input`',
  LambdaCallback: 'any object with functions such as `onEpochEnd`',
  ProgbarLogger: '`progressBar`',
  RNN: 'extend `Recurrent`',
  Lambda: 'extend `Layer`',
};

const NO_CASES: TargetResult = { target: '', passed: 0, cases: 0, options: [] };

const packagesOf = (module: string): string[] =>
  (module === 'callbacks' ? ['model', 'formats'] : [module.replace('optimizers.', '')]).map(
    (name) => `@sixstep/${name}`,
  );

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);

/** The table of compatibility with Keras, from the results of all suites, as Markdown. */
export function features(results: readonly SuiteResult[]): string {
  const api = JSON.parse(readFileSync(new URL('../keras-api.json', import.meta.url), 'utf8')) as KerasApi;
  const targets = new Map<string, TargetResult>();
  for (const { targets: found } of results.filter(({ source }) => /^keras/i.test(source)))
    for (const result of found) addTo(targets, result);
  const accepted = optionsOf(Object.keys(api.modules).flatMap(packagesOf));
  const total = (of: (result: SuiteResult) => number): number => results.reduce((sum, result) => sum + of(result), 0);
  const casesOf = ({ targets: found }: SuiteResult): number => found.reduce((sum, { cases }) => sum + cases, 0);
  return [
    '# Features: what of Keras there is',
    '',
    'Written by `npm run conformance -- --features FEATURES.md`; `npm test` checks that it is up to date.',
    '',
    `Each case is a call with its arguments, what real Keras computed for it (values, gradients, states), and a tolerance of`,
    `its own. Of ${total(casesOf)} cases, ${total(({ passed }) => passed)} agree.`,
    '',
    ...table(
      ['suite', 'agree', 'of', 'the numbers come from'],
      results.map((result) => [result.suite, String(result.passed), String(casesOf(result)), result.source]),
    ),
    '',
    `Below is every part of ${api.source}, module by module. "Options in cases" are those that the cases set; "other options" are there,`,
    'and no case sets them. Names are in camel case, as you write them; what is not supported has its Keras name. `name`, `dtype` and `trainable` are left out. Callbacks have no cases.',
    ...Object.entries(api.modules).flatMap(([module, parts]) => moduleSection(module, parts, targets, accepted)),
    '',
  ].join('\n');
}

function addTo(targets: Map<string, TargetResult>, result: TargetResult): void {
  const before = targets.get(result.target);
  targets.set(result.target, {
    target: result.target,
    passed: result.passed + (before?.passed ?? 0),
    cases: result.cases + (before?.cases ?? 0),
    options: [...new Set([...result.options, ...(before?.options ?? [])])],
  });
}

function moduleSection(
  module: string,
  parts: Readonly<Record<string, readonly string[]>>,
  targets: ReadonlyMap<string, TargetResult>,
  accepted: OptionsOf,
): string[] {
  const exports = module === 'callbacks' ? { ...model, ...formats } : packageFor(`keras.${module}`);
  const missing: string[] = [];
  const rows: string[][] = [];
  for (const [kerasName, kerasOptions] of Object.entries(parts)) {
    const name = exportName(exports, kerasName);
    const instead = INSTEAD[kerasName];
    if (name === undefined && instead === undefined) {
      missing.push(kerasName);
      continue;
    }
    const { passed, cases, options } = targets.get(`keras.${module}.${kerasName}`) ?? NO_CASES;
    const covered = kerasOptions.filter((option) => options.includes(option)).map(camelCase);
    const others = kerasOptions.filter((option) => !options.includes(option));
    const isThere = (option: string): boolean =>
      packagesOf(module).some((packageName) => accepted(packageName, name ?? '').has(camelCase(option)));
    rows.push([
      `\`${kerasName}\``,
      instead ?? code([name!]),
      cases === 0 ? '' : passed === cases ? String(passed) : `${passed} of ${cases}`,
      code(covered),
      code(others.filter(isThere).map(camelCase)),
      instead === undefined ? code(others.filter((option) => !isThere(option))) : '',
    ]);
  }
  const head = ['Keras', 'Sixstep', 'cases that agree', 'options in cases', 'other options', 'not supported'];
  return [
    '',
    `## keras.${module}`,
    '',
    `${rows.length} of ${rows.length + missing.length} are there.`,
    '',
    ...table(head, rows),
    ...(missing.length === 0 ? [] : ['', `Not there: ${code(missing)}.`]),
  ];
}
