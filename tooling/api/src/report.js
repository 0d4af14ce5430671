import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * Extracts what a built package exports and compares it with the report in its folder `etc`.
 *
 * @param {string} folder of the package
 * @param {boolean} write whether to write the report instead
 * @returns {string | undefined} what is wrong, if anything is
 */
export function report(folder, write) {
  const file = `${basename(folder)}.api.md`;
  const written = join(folder, 'etc', file);
  if (write) mkdirSync(join(folder, 'etc'), { recursive: true });
  else if (!existsSync(written)) return `there is no ${basename(folder)}/etc/${file}`;

  const temporary = mkdtempSync(join(tmpdir(), 'sixstep-api-'));
  try {
    /** @type {string[]} */
    const errors = [];
    const { apiReportChanged } = Extractor.invoke(configOf(folder, file, temporary), {
      localBuild: write,
      messageCallback: (message) => {
        message.handled = true;
        if (message.logLevel === 'error') errors.push(message.formatMessageWithLocation(folder));
      },
    });
    if (errors.length > 0) return errors.join('\n');
    return apiReportChanged && !write ? differences(written, join(temporary, file)) : undefined;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * @param {string} written
 * @param {string} extracted
 */
function differences(written, extracted) {
  const args = ['diff', '--no-index', '--unified=1', written, extracted];
  const { stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return `etc/${basename(written)} is not what it exports:\n${stdout.slice(stdout.indexOf('@@')).trimEnd()}`;
}

/**
 * @param {string} folder of a package
 * @param {string} file the name of its report
 * @param {string} temporary where the extracted report goes
 */
function configOf(folder, file, temporary) {
  const none = /** @type {const} */ ({ logLevel: 'none' });
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, 'package.json'),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: '<projectFolder>/dist/index.d.ts',
      newlineKind: 'lf',
      compiler: {
        skipLibCheck: true,
        overrideTsconfig: {
          compilerOptions: {
            target: 'ES2022',
            lib: ['ES2023', 'DOM'],
            module: 'NodeNext',
            moduleResolution: 'NodeNext',
            strict: true,
            exactOptionalPropertyTypes: true,
            skipLibCheck: true,
            types: [],
          },
          files: ['dist/index.d.ts'],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: file,
        reportFolder: '<projectFolder>/etc/',
        reportTempFolder: temporary,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: 'error' } },
        extractorMessageReporting: {
          default: { logLevel: 'error' },
          // The report names them: base classes of layers, say, which nobody needs to import.
          'ae-forgotten-export': { ...none, addToApiReportFile: true },
          // Everything that is exported is public.
          'ae-missing-release-tag': none,
          // Docstrings are checked by TypeDoc.
          'ae-undocumented': none,
          'ae-unresolved-link': none,
        },
        tsdocMessageReporting: { default: none },
      },
    },
  });
}
