/** Finds the `@example`s of what files export. */

import ts from "typescript";
import type { Snippet } from "./snippet.ts";
import { parse, pathOf } from "./sources.ts";

/** Every `@example` of an exported declaration of the file, and of the members of exported classes and interfaces. */
export function examplesOf(file: string): Snippet[] {
  const source = parse(file);
  return source.statements.filter(isExported).flatMap((statement) => {
    const members = ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) ? statement.members : [];
    return [statement, ...members].flatMap((node) => {
      const title = `${nameOf(statement)}${node === statement ? "" : `.${nameOf(node)}`}`;
      return commentsOf(node).flatMap((comment) => examplesIn(comment, source).map((found) => ({ ...found, title })));
    });
  });

  function examplesIn(comment: ts.JSDoc, { text }: ts.SourceFile): Omit<Snippet, "title">[] {
    const first = source.getLineAndCharacterOfPosition(comment.pos).line + 1;
    const lines = text
      .slice(comment.pos, comment.end)
      .split("\n")
      .map((line) => line.replace(/^\s*(\/\*\*|\*\/|\*) ?/, "").replace(/\s*\*\/$/, ""));
    return lines.flatMap((line, index) => {
      if (!/^@example\b/.test(line)) return [];
      const rest = lines.slice(index + 1);
      const end = rest.findIndex((next) => /^@[a-z]/i.test(next));
      const body = (end < 0 ? rest : rest.slice(0, end)).map((next) => (next.startsWith("```") ? "" : next));
      const code = [line.replace(/^@example\s*/, ""), ...body].join("\n");
      return [{ path: pathOf(file), line: first + index, code }];
    });
  }
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function commentsOf(node: ts.Node): ts.JSDoc[] {
  return ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
}

function nameOf(node: ts.Node): string {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map((each) => each.name.getText()).join();
  return ts.getNameOfDeclaration(node as ts.Declaration)?.getText() ?? "unnamed";
}
