import { camelCase } from '@sixstep/formats';
import { NotSupported } from './not-supported.js';

type Callable = (...args: never[]) => unknown;

const folded = (name: string): string => name.replaceAll('_', '').toLowerCase();

/**
 * The function that a package exports for a name of Keras. Spelling of acronyms aside (`PReLU`, `IoU`), the rule is
 * `camelCase`; classes, which start with a capital, are passed over.
 *
 * @throws NotSupported if there is none
 */
export function findExport(exports: object, kerasName: string): (...args: unknown[]) => unknown {
  const table = exports as Readonly<Record<string, Callable | undefined>>;
  const exact = camelCase(kerasName);
  const name =
    exact in table ? exact : Object.keys(table).find((key) => /^[a-z]/.test(key) && folded(key) === folded(kerasName));
  const found = name === undefined ? undefined : table[name];
  if (typeof found !== 'function') throw new NotSupported(`there is no ${exact}`);
  return found as (...args: unknown[]) => unknown;
}
