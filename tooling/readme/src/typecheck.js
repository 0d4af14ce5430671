import ts from 'typescript';

const options = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  types: ['node'],
  strict: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
};

/**
 * Type-checks files, all in one program.
 *
 * @param {readonly string[]} files
 * @param {readonly string[]} declarations further files, with declarations
 * @returns {ReadonlyMap<string, { line: number, message: string }[]>} the faults of each file; lines count from 0
 */
export function typecheck(files, declarations) {
  const program = ts.createProgram([...files, ...declarations], options);
  const faults = new Map();
  for (const { file, start = 0, messageText } of ts.getPreEmitDiagnostics(program)) {
    const name = file?.fileName ?? '';
    const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    faults.set(name, [
      ...(faults.get(name) ?? []),
      { line, message: ts.flattenDiagnosticMessageText(messageText, '\n') },
    ]);
  }
  return faults;
}

/**
 * @param {string} code TypeScript
 * @returns {string} JavaScript, its lines where they were
 */
export const transpile = (code) =>
  ts.transpileModule(code, {
    compilerOptions: { target: options.target, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  }).outputText;
