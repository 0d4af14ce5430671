import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * The packages that files import, read from their text: static and dynamic imports, re-exports, `require.resolve`.
 *
 * @param {readonly string[]} files
 * @returns {{ all: Set<string>, values: Set<string> }} names of packages; `values` leaves out imports of types alone
 */
export function importsOf(files) {
  const all = new Set();
  const values = new Set();
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false);
    const add = (/** @type {ts.Node | undefined} */ node, typesOnly = false) => {
      if (node === undefined || !ts.isStringLiteralLike(node) || /^[./#]|^node:/.test(node.text)) return;
      const name = node.text.split('/', node.text.startsWith('@') ? 2 : 1).join('/');
      all.add(name);
      if (!typesOnly) values.add(name);
    };
    const visit = (/** @type {ts.Node} */ node) => {
      if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly);
      else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
      else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
      else if (ts.isCallExpression(node)) {
        const callee =
          node.expression.kind === ts.SyntaxKind.ImportKeyword ? 'import' : node.expression.getText(source);
        if (/^(import|require)$|require.*\.resolve$|^import\.meta\.resolve$/i.test(callee)) {
          const [argument] = node.arguments;
          if (argument !== undefined && /^@?[a-z]/.test(argument.getText(source).slice(1))) add(argument);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { all, values };
}
