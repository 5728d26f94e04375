import ts from 'typescript';

/** Calls that only make a value, at the top of a module. */
const makers =
  /^(v\.|z\.|Symbol|Object\.(freeze|fromEntries|keys|entries|values)|Buffer\.from|String\.raw|promisify|fileURLToPath|dirname|defineConfig)/;
/** Roots whose properties reach out of the module. */
const reaching = /^(process|fetch|setTimeout|setInterval|queueMicrotask|console|globalThis)\b/;

/**
 * What a module does when it is loaded besides declaring: statements that act, and initialisers that call something
 * which is not known to only make a value. A heuristic: enough to see a listener, a timer or a file access.
 * @returns one line of source for each
 */
export function actsOnImport(tree: ts.SourceFile): readonly string[] {
  const reachers = namesFromNode(tree);
  return tree.statements.flatMap((statement) => {
    if (isDeclaration(statement)) return [];
    if (!ts.isVariableStatement(statement)) return [firstLine(statement)];
    return statement.declarationList.declarations
      .filter((one) => one.initializer && acts(one.initializer, reachers))
      .map(firstLine);
  });
}

function isDeclaration(node: ts.Statement): boolean {
  return (
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEmptyStatement(node)
  );
}

function acts(node: ts.Node, reachers: ReadonlySet<string>): boolean {
  // What is inside of a function happens when it is called.
  if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return false;
  if (ts.isAwaitExpression(node)) return true;
  if (ts.isCallExpression(node)) {
    const callee = node.expression.getText();
    const first = callee.split(/[.(]/, 1)[0] ?? '';
    if (!makers.test(callee) && (reachers.has(first) || reaching.test(callee))) return true;
  }
  return ts.forEachChild(node, (child) => acts(child, reachers)) ?? false;
}

function namesFromNode(tree: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    if (!/^(node:|electron$)/.test(statement.moduleSpecifier.text)) continue;
    const clause = statement.importClause;
    if (clause?.name) names.add(clause.name.text);
    const named = clause?.namedBindings;
    if (named && ts.isNamedImports(named)) for (const one of named.elements) names.add(one.name.text);
    else if (named) names.add(named.name.text);
  }
  return names;
}

function firstLine(node: ts.Node): string {
  return node.getText().split('\n', 1)[0] ?? '';
}
