import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The options that a function of a package takes. */
export type OptionsOf = (packageName: string, name: string) => ReadonlySet<string>;

/** Reads the types of what `packages` export: of each function, the parameters and their properties. */
export function optionsOf(packages: readonly string[]): OptionsOf {
  const files = packages.map((name) => fileURLToPath(import.meta.resolve(name)).replace(/\.js$/, '.d.ts'));
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
    strict: true,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const found = new Map<string, Set<string>>();
  for (const [i, file] of files.entries()) {
    const source = program.getSourceFile(file)!;
    for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(source)!)) {
      const options = new Set<string>();
      for (const signature of checker.getTypeOfSymbolAtLocation(symbol, source).getCallSignatures()) {
        for (const parameter of signature.parameters) {
          options.add(parameter.name);
          const type = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(parameter, source));
          for (const part of type.isUnion() ? type.types : [type])
            for (const property of part.getProperties()) options.add(property.name);
        }
      }
      found.set(`${packages[i]}/${symbol.name}`, options);
    }
  }
  return (packageName, name) => found.get(`${packageName}/${name}`) ?? new Set();
}
