/** The import lines of src/, read and not run. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import ts from 'typescript';

export interface Import {
  specifier: string;
  line: number;
  /** Erased by the compiler: `import type`, `export type`, `typeof import('…')`. */
  isType: boolean;
  /** `import('…')` */
  isLazy: boolean;
}

export function importsOf(file: string, source: string): Import[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const add = (node: ts.Node | undefined, kind: { isType?: boolean; isLazy?: boolean } = {}) => {
    if (!node) return;
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    imports.push({
      // A specifier that is put together at run time is kept as its source: it cannot be judged.
      specifier: ts.isStringLiteralLike(node) ? node.text : `\${${node.getText()}}`,
      line: line + 1,
      isType: kind.isType ?? false,
      isLazy: kind.isLazy ?? false,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, { isType: node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword });
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, { isType: node.isTypeOnly });
    } else if (ts.isImportTypeNode(node)) {
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument, { isType: true });
    } else if (ts.isExternalModuleReference(node)) {
      add(node.expression);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], { isLazy: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return imports;
}

/** The file that a relative specifier means. */
export function targetOf(file: string, specifier: string): string {
  return normalize(join(dirname(file), specifier))
    .replaceAll(sep, '/')
    .replace(/\.js$/, '.ts');
}

/** Path → text, of all files of src/. */
export function readSource(): Record<string, string> {
  const root = join(import.meta.dirname, '../..');
  return Object.fromEntries(
    readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [relative(root, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')]),
  );
}
