import { camelCase } from '@sixstep/formats';
import { NotSupported } from './not-supported.js';

type Callable = (...args: never[]) => unknown;

const folded = (name: string): string => name.replaceAll('_', '').toLowerCase();

/**
 * The name of the function that a package exports for a name of Keras, undefined if there is none. Spelling of acronyms
 * aside (`PReLU`, `IoU`), the rule is `camelCase`; classes, which start with a capital, are passed over.
 */
export function exportName(exports: object, kerasName: string): string | undefined {
  const exact = camelCase(kerasName);
  return exact in exports
    ? exact
    : Object.keys(exports).find((key) => /^[a-z]/.test(key) && folded(key) === folded(kerasName));
}

/**
 * The function that a package exports for a name of Keras.
 *
 * @throws NotSupported if there is none
 */
export function findExport(exports: object, kerasName: string): (...args: unknown[]) => unknown {
  const name = exportName(exports, kerasName);
  const found = name === undefined ? undefined : (exports as Readonly<Record<string, Callable | undefined>>)[name];
  if (typeof found !== 'function') throw new NotSupported(`there is no ${camelCase(kerasName)}`);
  return found as (...args: unknown[]) => unknown;
}
