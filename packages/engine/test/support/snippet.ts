/** Code out of the documentation, executed statement by statement. */

import ts from "typescript";
import { difference, readExpected } from "./expected.ts";

/** A piece of code, and where it stands. */
export interface Snippet {
  readonly title: string;
  /** From the folder of the repository. */
  readonly path: string;
  /** The line of the file on which the code begins. */
  readonly line: number;
  readonly code: string;
}

/**
 * Executes a snippet, and compares each `expression // value` with its value.
 *
 * @param scope the names that the snippet may use without importing them
 * @throws {Error} that names file and line, when a statement throws or a value differs
 */
export async function runSnippet(snippet: Snippet, scope: Readonly<Record<string, unknown>>): Promise<void> {
  const position = { line: snippet.line };
  const at = (line: number) => {
    position.line = line;
  };
  const check = (actual: unknown, expected: string) => {
    const found = expected.startsWith("throws ")
      ? `nothing is thrown, expected ${expected.slice("throws ".length)}`
      : difference(actual, readValue(expected, scope));
    if (found !== undefined) throw new Error(found);
  };
  const thrown = (error: unknown, expected: string) => {
    const name = /^throws (\w+)/.exec(expected)?.[1];
    if (name === undefined || !(error instanceof Error) || error.name !== name) throw error;
  };
  try {
    await compile(snippet, Object.keys(scope))({ at, check, thrown, load: (name) => import(name) }, scope);
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new Error(`${snippet.path}:${position.line}: ${message}`, { cause: error });
  }
}

function readValue(expected: string, scope: Readonly<Record<string, unknown>>): unknown {
  try {
    return readExpected(expected, scope);
  } catch {
    throw new Error(`"// ${expected}" is no value; a remark stands on a line of its own, or behind a declaration`);
  }
}

interface Hooks {
  readonly at: (line: number) => void;
  readonly check: (actual: unknown, expected: string) => void;
  readonly thrown: (error: unknown, expected: string) => void;
  readonly load: (name: string) => Promise<unknown>;
}

type Compiled = (hooks: Hooks, scope: Readonly<Record<string, unknown>>) => Promise<void>;

/** Wraps the statements into an async function that tells its hooks where it is and what came out. */
function compile(snippet: Snippet, names: readonly string[]): Compiled {
  // A value shown ends its statement, also where the next line begins with a bracket.
  const code = snippet.code.replaceAll(/([\w)\]}"'`])(\s*\/\/ [^\n]*\n)(?=\s*[([`])/g, "$1;$2");
  const source = ts.createSourceFile("snippet.ts", code, ts.ScriptTarget.ES2022, true);
  const body = source.statements.map((statement) => {
    const line = snippet.line + source.getLineAndCharacterOfPosition(statement.getStart()).line;
    return `__hooks.at(${line});\n${instrumented(statement, source)}`;
  });
  // The inner block lets a snippet use a name of the engine for something of its own.
  const text = `async function run(__hooks, { ${names.join(", ")} }) { { ${body.join("\n")} } }`;
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    reportDiagnostics: true,
  });
  const wrong = diagnostics[0];
  if (wrong !== undefined) {
    throw new Error(`${snippet.path}:${snippet.line}: ${ts.flattenDiagnosticMessageText(wrong.messageText, "\n")}`);
  }
  return new Function(`"use strict";\n${outputText}\nreturn run;`)() as Compiled;
}

function instrumented(statement: ts.Statement, source: ts.SourceFile): string {
  if (ts.isImportDeclaration(statement)) return importAsValue(statement);
  const text = statement.getText();
  const expected = trailingComment(statement, source);
  if (!ts.isExpressionStatement(statement) || expected === undefined) return text;
  const value = JSON.stringify(expected);
  const evaluated = `__hooks.check(await (${statement.expression.getText()}\n), ${value});`;
  if (!expected.startsWith("throws ")) return evaluated;
  return `{ let __thrown; try { await (${statement.expression.getText()}\n); } catch (error) { __thrown = { error }; }
    if (__thrown) __hooks.thrown(__thrown.error, ${value}); else __hooks.check(undefined, ${value}); }`;
}

/** The engine's names are there already; other modules are loaded. */
function importAsValue({ importClause, moduleSpecifier }: ts.ImportDeclaration): string {
  if (importClause === undefined || importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return "";
  if (/^"@praxis\//.test(moduleSpecifier.getText())) return "";
  const { name, namedBindings } = importClause;
  const load = `await __hooks.load(${moduleSpecifier.getText()})`;
  if (name !== undefined) return `const ${name.text} = (${load}).default;`;
  if (namedBindings === undefined) return "";
  if (ts.isNamespaceImport(namedBindings)) return `const ${namedBindings.name.text} = ${load};`;
  const names = namedBindings.elements.map(({ propertyName, name }) =>
    propertyName === undefined ? name.text : `${propertyName.text}: ${name.text}`,
  );
  return `const { ${names.join(", ")} } = ${load};`;
}

/** The text of `// …` behind a statement, on the line on which it ends. */
function trailingComment(statement: ts.Statement, source: ts.SourceFile): string | undefined {
  const comment = ts.getTrailingCommentRanges(source.text, statement.end)?.[0];
  if (comment?.kind !== ts.SyntaxKind.SingleLineCommentTrivia) return undefined;
  return source.text.slice(comment.pos + 2, comment.end).trim();
}
